package fr.gestmat.web.security;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.SignedOn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the sign-on mechanism found out about a request, for what runs later in the same request.
 *
 * @param signedOn who makes it
 * @param secret of the session's cookie; empty for an API token
 */
record RequestIdentity(SignedOn signedOn, Optional<String> secret) {

  private static final String ATTRIBUTE = RequestIdentity.class.getName();

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Who makes the request, if anybody is known. */
  static Optional<RequestIdentity> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof RequestIdentity known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** Names of the roles that the person holds somewhere, and the one of everybody signed on. */
  Set<String> roles() {
    Set<String> names = new HashSet<>();
    names.add(Role.SIGNED_ON);
    for (HeldRole held : signedOn.caller().roles()) {
      names.add(held.role().name());
    }
    return names;
  }

  /** Whether the browser sent it along by itself, so that another site may have caused it. */
  boolean byCookie() {
    return secret.isPresent();
  }
}
