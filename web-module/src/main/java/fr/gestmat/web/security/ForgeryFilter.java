package fr.gestmat.web.security;

import fr.gestmat.web.view.Frame;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Set;

/**
 * Takes what changes something only from our own pages: the browser must not name another site as
 * its origin, and the request must carry the session's token, in the field {@code csrf} or the
 * header {@code X-CSRF-Token}. A form of ours with a token of an earlier session is shown again to
 * be confirmed, so that nothing typed is lost.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
@ApplicationScoped
public class ForgeryFilter implements ContainerRequestFilter {

  /** The header by which scripts send the token. */
  static final String HEADER = "X-CSRF-Token";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;
  @Inject private OtherSite otherSite;
  @Inject private Frame frame;
  @Inject private View view;

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    if (SAFE.contains(context.getMethod())
        || resource.getResourceMethod().isAnnotationPresent(FromOutside.class)
        || RequestIdentity.of(request).map(known -> !known.byCookie()).orElse(false)) {
      return;
    }
    if (otherSite.sent()) {
      context.abortWith(otherSite.refusal());
      return;
    }
    String header = request.getHeader(HEADER);
    String given = header == null ? PostedForm.token(context).orElse("") : header;
    if (!ForgeryToken.same(frame.visitor().csrf(), given)) {
      context.abortWith(untrusted(context));
    }
  }

  /** A form of ours is kept; scripts ask for a token and send again. */
  private Response untrusted(ContainerRequestContext context) throws IOException {
    return !Calls.fromScript(request) && RequestIdentity.of(request).isPresent()
        ? Page.of(
                "identity/resend.jte",
                new ResendPage(false, view.path(), PostedForm.fields(context)))
            .status(403)
        : otherSite.refusal();
  }
}
