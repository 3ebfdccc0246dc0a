package fr.gestmat.web.mealaid.review;

import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The work list of officers. */
@Path("dossiers")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class WorkListResource {

  @Inject private WorkListPages pages;

  /** The list. */
  @GET
  public Page list(@Context UriInfo uri) {
    return Page.of(
        "mealaid/review/list.jte",
        pages.page(new Sent(uri.getQueryParameters()), WorkListPages.Typed.NONE));
  }
}
