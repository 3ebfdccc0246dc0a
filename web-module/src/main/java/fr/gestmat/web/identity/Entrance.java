package fr.gestmat.web.identity;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.Portal;
import fr.gestmat.identity.boundary.Sessions;
import fr.gestmat.identity.boundary.SignOn;
import fr.gestmat.identity.boundary.SignedOn;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.CasSignOn;
import fr.gestmat.web.view.LocalPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** What people meet right after they came in, and after they left. */
@RequestScoped
public class Entrance {

  private static final URI FAMILY = URI.create("/famille");
  private static final URI WITHOUT_RIGHT = URI.create("/connexion/sans-droit");

  @Inject private BrowserSession browser;
  @Inject private CasSignOn cas;
  @Inject private Sessions sessions;
  @Inject private SignOn signOn;

  /**
   * Leads somebody who has just signed on to the page they wanted, which may be theirs without any
   * role; from the home page, to one that says whom to ask if they have nothing to do here.
   */
  Response open(String secret, String wayIn, String wanted) {
    URI page = sessions.ofCookie(secret).map(on -> way(on, wanted)).orElse(WITHOUT_RIGHT);
    return Response.seeOther(page)
        .cookie(browser.begin(secret, wayIn))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static URI way(SignedOn signedOn, String wanted) {
    URI page = LocalPath.orHome(wanted);
    if (!"/".equals(page.getPath()) || employed(signedOn)) {
      return page;
    }
    return signedOn.caller().holds(Role.PUPIL, Role.GUARDIAN) ? FAMILY : WITHOUT_RIGHT;
  }

  private static boolean employed(SignedOn signedOn) {
    Role[] granted = Arrays.stream(Role.values()).filter(Role::grantable).toArray(Role[]::new);
    return signedOn.caller().holds(granted);
  }

  /** What the page after signing out says. */
  Goodbye goodbye(String portalKey) {
    Optional<Portal> portal = signOn.portal(portalKey);
    return new Goodbye(portal.map(Portal::name), portal.map(cas::signOutAddress));
  }

  /**
   * What the page after signing out says.
   *
   * @param portal name of the portal in which the person is still signed on
   * @param signOut where to sign out of it too
   */
  public record Goodbye(Optional<String> portal, Optional<URI> signOut) {}
}
