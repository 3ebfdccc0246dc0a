package fr.gestmat.web.view;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Turns what nobody handled into a page that says what to do next, or, below {@code /api/}, into an
 * RFC 9457 problem. What one may not see answers like what does not exist.
 */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

  /** Set where a right is missing: the answer is that of what does not exist, and does not say. */
  private static final String WANTS_RIGHT = FailureMapper.class.getName() + ".wantsRight";

  @Inject private HttpServletRequest request;
  @Inject private View view;

  /** Says that a request is refused for want of a right. */
  public static void wantRight(HttpServletRequest request) {
    request.setAttribute(WANTS_RIGHT, true);
  }

  /** Whether a request was refused for want of a right, as far as anybody can know. */
  public static boolean wantsRight(HttpServletRequest request) {
    return request.getAttribute(WANTS_RIGHT) != null;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof EJBAccessException || failure instanceof ForbiddenException) {
      wantRight(request);
    }
    if (failure instanceof WebApplicationException web && web.getResponse().hasEntity()) {
      return web.getResponse();
    }
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    int status = status(failure);
    if (status >= 500) {
      LOG.log(Level.ERROR, "request " + view.requestId() + " failed", failure);
    }
    return answer(status);
  }

  /** The page or problem of a status. */
  Response answer(int status) {
    ErrorPage page = ErrorPage.of(status, view.requestId());
    return view.path().startsWith("/api/")
        ? Problem.response(
            status, view.text(page.title()), view.text(page.text()), page.requestId())
        : Page.of("error/error.jte", page).status(status);
  }

  private int status(Throwable failure) {
    if (failure instanceof EJBAccessException) {
      return 404;
    }
    if (failure instanceof NotAllowedException) {
      return view.path().startsWith("/api/") ? 405 : 404;
    }
    if (failure instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return status == 403 ? 404 : status;
    }
    return 500;
  }
}
