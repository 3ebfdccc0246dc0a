package fr.gestmat.web.identity;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.SchoolRef;
import fr.gestmat.identity.boundary.Sessions;
import fr.gestmat.identity.boundary.SignedOn;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What the header of every page does with the session: change school, sign out. */
@Path("/")
@RequestScoped
@OpenTo(Role.SIGNED_ON)
public class SessionResource {

  @Inject private BrowserSession browser;
  @Inject private Sessions sessions;

  /**
   * Signs out here; the portal the person came from is left as it is, and the next page says so.
   */
  @POST
  @Path("deconnexion")
  public Response signOut() {
    boolean fromPortal = browser.signedOn().flatMap(SignedOn::portal).isPresent();
    String wayIn = browser.lastWayIn().orElse("");
    URI next =
        URI.create(
            fromPortal && wayIn.matches("[a-z0-9-]+")
                ? "/connexion/au-revoir?ent=" + wayIn
                : "/connexion/au-revoir");
    return Response.seeOther(next).cookie(browser.end()).build();
  }

  /**
   * Makes a school the one that the person works for.
   *
   * @param uai of a school that the person's grants name
   */
  @POST
  @Path("etablissement")
  public Response work(@FormParam("school") @DefaultValue("") String uai) {
    SchoolRef school =
        browser.signedOn().map(SignedOn::schools).orElse(List.of()).stream()
            .filter(one -> one.uai().equals(uai))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    browser.secret().ifPresent(secret -> sessions.work(secret, school));
    return Response.seeOther(URI.create("/")).build();
  }
}
