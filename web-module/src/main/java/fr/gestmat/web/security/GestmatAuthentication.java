package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Tells the container who makes each request, by our session cookie or, below {@code /api/}, by a
 * bearer token. It never remembers anybody itself and makes no HTTP session: the rows are asked
 * again, so that a sign-out, a revoked token or a withdrawn right holds within five seconds on
 * every server. Nobody is refused here; {@link AccessFilter} decides what a request may reach.
 */
@ApplicationScoped
public class GestmatAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";

  @Inject private Sessions sessions;
  @Inject private Cookies cookies;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<RequestIdentity> known = identify(request);
    if (known.isEmpty()) {
      return context.doNothing();
    }
    known.get().keep(request);
    return context.notifyContainerAboutLogin(
        known.get().signedOn().caller().accountPublicId().toString(), known.get().roles());
  }

  private Optional<RequestIdentity> identify(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/static/")) {
      return Optional.empty();
    }
    String authorization = request.getHeader("Authorization");
    if (authorization != null && path.startsWith("/api/")) {
      return authorization.startsWith(BEARER)
          ? sessions
              .ofToken(authorization.substring(BEARER.length()).strip())
              .map(found -> new RequestIdentity(found, Optional.empty()))
          : Optional.empty();
    }
    return cookies
        .value(request, Cookies.SESSION)
        .flatMap(
            secret ->
                sessions
                    .ofCookie(secret)
                    .map(found -> new RequestIdentity(found, Optional.of(secret))));
  }
}
