package fr.gestmat.web.security;

import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what one request may send. Forms and texts are read into memory and uploads onto the disk
 * before a resource sees anything of them, and nobody needs to sign on to send a form: without a
 * bound one request could stop the server. What says its length is refused before a byte is read;
 * what does not, as soon as it has too many.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class BodyFilter implements ContainerRequestFilter {

  private static final long MEGABYTE = 1024 * 1024;

  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;
  @Inject private View view;

  @Override
  public void filter(ContainerRequestContext context) {
    Kind kind = Kind.of(context.getMediaType());
    LargestBody own = resource.getResourceMethod().getAnnotation(LargestBody.class);
    int megabytes = own == null ? kind.megabytes : own.megabytes();
    long most = megabytes * MEGABYTE;
    if (length(context) > most) {
      context.abortWith(refusal(kind, megabytes));
      return;
    }
    context.setEntityStream(
        new BoundedStream(
            context.getEntityStream(),
            most,
            () -> new ClientErrorException(refusal(kind, megabytes))));
  }

  /** As it is said; the own look of the context at it has no room for more than 2 GB. */
  private static long length(ContainerRequestContext context) {
    try {
      return Optional.ofNullable(context.getHeaderString(HttpHeaders.CONTENT_LENGTH))
          .map(Long::parseLong)
          .orElse(0L);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private Response refusal(Kind kind, int megabytes) {
    int status = Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode();
    String why = view.text("identity.tooLarge." + kind.name(), megabytes);
    return Calls.fromScript(request)
        ? Problem.response(status, view.text("common.error.tooLarge"), why, view.requestId())
        : Page.of("identity/too-large.jte", why).status(status);
  }

  /** What is sent, and how much of it. */
  private enum Kind {
    FORM(2),

    /** A form with a file, which has 10 as a rule. */
    UPLOAD(12),

    /**
     * The 5,000 operations of a counter without network have 500 bytes each, the 5,000 lines of a
     * delivery less.
     */
    OTHER(4);

    private final int megabytes;

    Kind(int megabytes) {
      this.megabytes = megabytes;
    }

    static Kind of(@Nullable MediaType type) {
      if (type == null) {
        return OTHER;
      }
      if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
        return FORM;
      }
      return type.getType().equalsIgnoreCase("multipart") ? UPLOAD : OTHER;
    }
  }
}
