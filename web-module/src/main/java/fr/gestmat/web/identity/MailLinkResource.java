package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.MailLinkSignOn;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.view.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/**
 * Where a mailed link leads. Opening it spends nothing, as mail programs open links to look at
 * them; the button does.
 */
@Path("connexion/lien/{secret}")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class MailLinkResource {

  private static final String WAY_IN = "lien";

  @PathParam("secret")
  private String secret = "";

  @Inject private MailLinkSignOn links;
  @Inject private BrowserSession browser;
  @Inject private Entrance entrance;

  /**
   * The page.
   *
   * @param action where the button leads
   */
  public record LinkPage(String action) {}

  /** The button, or what to do when the link is spent. */
  @GET
  public Response show() {
    if (!links.isGood(secret)) {
      return spent();
    }
    NewCookie[] cookies = browser.bind();
    return Response.fromResponse(
            Page.of("identity/mail-link.jte", new LinkPage("/connexion/lien/" + secret))
                .status(200))
        .cookie(cookies)
        .build();
  }

  /** Comes in. */
  @POST
  public Response enter() {
    return links
        .arrive(secret)
        .map(arrival -> entrance.open(arrival.session(), WAY_IN, arrival.leadsTo()))
        .orElseGet(MailLinkResource::spent);
  }

  private static Response spent() {
    return Page.of("identity/mail-link-spent.jte").status(404);
  }
}
