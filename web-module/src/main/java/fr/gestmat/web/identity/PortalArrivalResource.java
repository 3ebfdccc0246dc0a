package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.Portal;
import fr.gestmat.identity.boundary.SignOn;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.CasSignOn;
import fr.gestmat.web.security.FromOutside;
import fr.gestmat.web.security.Uncounted;
import fr.gestmat.web.view.LocalPath;
import fr.gestmat.web.view.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Where a portal sends people to and back, and tells us that they signed out: its service URL. */
@Path("connexion/ent/{key}")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class PortalArrivalResource {

  private static final int LONGEST_PATH = 1500;

  @PathParam("key")
  private String key = "";

  @Inject private SignOn signOn;
  @Inject private CasSignOn cas;
  @Inject private BrowserSession browser;
  @Inject private Entrance entrance;

  /** Where signing on through a portal begins. */
  static URI address(String portalKey, String wanted) {
    UriBuilder address = UriBuilder.fromPath("/connexion/ent/{key}");
    return wanted.isEmpty()
        ? address.build(portalKey)
        : address.queryParam("suite", "{wanted}").build(portalKey, wanted);
  }

  /**
   * Sends the browser to the portal, or takes what it comes back with.
   *
   * @param path to open after the sign-on
   * @param seal of this browser on that path
   * @param attempt present on the second try
   * @param ticket what the portal vouches with
   */
  @GET
  public Response arrive(
      @QueryParam("suite") @DefaultValue("/") String path,
      @QueryParam("sceau") @DefaultValue("") String seal,
      @QueryParam("essai") @DefaultValue("") String attempt,
      @QueryParam("ticket") @DefaultValue("") String ticket) {
    Portal portal = signOn.portal(key).orElseThrow(NotFoundException::new);
    String wanted = path.length() > LONGEST_PATH ? "/" : LocalPath.orHome(path).toString();
    boolean again = !attempt.isEmpty();
    if (ticket.isEmpty()) {
      return start(portal, wanted, false);
    }
    if (!cas.asked(portal, wanted, seal)) {
      return again ? failed(portal, "cookies", wanted) : start(portal, wanted, true);
    }
    CasSignOn.Arrival arrival = cas.arrive(portal, wanted, again, ticket);
    if (arrival instanceof CasSignOn.Arrival.Welcome welcome) {
      return entrance.open(welcome.secret(), key, wanted);
    }
    return failed(
        portal, arrival instanceof CasSignOn.Arrival.Refused ? "refused" : "silent", wanted);
  }

  private Response start(Portal portal, String wanted, boolean again) {
    var cookies = browser.bind();
    return Response.seeOther(cas.start(portal, wanted, again))
        .cookie(cookies)
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Response failed(Portal portal, String why, String wanted) {
    return Page.of(
            "identity/portal-failed.jte",
            new Failure(portal.name(), why, address(portal.key(), wanted)))
        .status(why.equals("silent") ? 503 : 403);
  }

  /** The portal says, server to server, that somebody signed out; in either of the two forms. */
  @POST
  @FromOutside
  @Uncounted
  @Consumes(MediaType.WILDCARD)
  public Response signedOut(InputStream body) throws IOException {
    cas.signedOut(key, body);
    return Response.noContent().build();
  }

  /**
   * Why nobody could be signed on.
   *
   * @param portal name of the portal
   * @param why {@code cookies}, {@code refused} or {@code silent}
   * @param retry where to try again
   */
  public record Failure(String portal, String why, URI retry) {}
}
