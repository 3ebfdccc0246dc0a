package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.appeal.Appeals;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The appeals that wait for their answer. */
@Path("dossiers/recours")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class AppealsResource {

  @Inject private Appeals appeals;

  /** The list, the oldest first. */
  @GET
  public Page list() {
    return Page.of("mealaid/review/appeals.jte", appeals.open());
  }
}
