package fr.gestmat.web.view;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The page of errors that the container itself decided on, e.g. before any resource was found. */
@Path("erreur")
@RequestScoped
@PermitAll
public class ErrorResource {

  @Inject private HttpServletRequest request;
  @Inject private View view;

  /** Shows the error of the request that was turned away. */
  @GET
  public Response show() {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    ErrorPage page = ErrorPage.of(status, view.requestId());
    boolean api =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
            && uri.startsWith("/api/");
    return api
        ? Problem.response(
            status, view.text(page.title()), view.text(page.text()), page.requestId())
        : Page.of("error/error.jte", page).status(status);
  }

  /** The same for a form that was turned away. */
  @POST
  public Response showAfterPost() {
    return show();
  }
}
