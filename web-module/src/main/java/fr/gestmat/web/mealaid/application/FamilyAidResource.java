package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.application.Applying;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Overview;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a parent begins: the campaigns, the children, and where each application stands. */
@Path("aide")
@RequestScoped
@OpenTo("GUARDIAN")
@Produces(Page.HTML)
public class FamilyAidResource {

  @Inject private FamilyAid family;
  @Inject private Applying applying;
  @Inject private View view;

  /**
   * The page.
   *
   * @param overview what there is
   * @param errors why nothing could be begun
   */
  public record HomePage(Overview overview, List<FieldError> errors) {}

  /** What there is. */
  @GET
  public Page home() {
    return page(List.of());
  }

  /** Begins an application for the children who were ticked, or goes on with it. */
  @POST
  @Path("commencer")
  public Response begin(
      @FormParam("campagne") UUID campaign, @FormParam("enfant") List<UUID> children) {
    if (campaign == null) {
      throw new NotFoundException();
    }
    Optional<Answer<UUID>> answer =
        applying.begin(campaign, children == null ? List.of() : new ArrayList<>(children));
    Answer<UUID> found = answer.orElseThrow(NotFoundException::new);
    if (found instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create(Addresses.application(done.value()) + "/questions"))
          .build();
    }
    return page(AidSentences.errors(view, found, "enfant")).status(422);
  }

  private Page page(List<FieldError> errors) {
    return Page.of("mealaid/application/home.jte", new HomePage(family.overview(), errors));
  }
}
