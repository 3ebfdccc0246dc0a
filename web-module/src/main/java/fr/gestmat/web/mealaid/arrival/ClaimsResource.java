package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.arrival.ChildClaims;
import fr.gestmat.mealaid.boundary.arrival.ChildClaims.Answered;
import fr.gestmat.mealaid.boundary.arrival.ChildClaims.Line;
import fr.gestmat.web.mealaid.review.Telling;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where the school or an officer says who the children are whom families named. */
@Path("aides/enfants")
@RequestScoped
@OpenTo({"BURSAR", "AID_OFFICER"})
@Produces(Page.HTML)
public class ClaimsResource {

  /** What is chosen for a child whom the directory does not know. */
  public static final String ABSENT = "absent";

  @Inject private ChildClaims claims;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Telling telling;

  /**
   * The list.
   *
   * @param lines the oldest first
   */
  public record ClaimsPage(List<Line> lines) {}

  /** Those that wait. */
  @GET
  public Page list() {
    return Page.of("mealaid/arrival/claims.jte", new ClaimsPage(claims.waiting()));
  }

  /** Vouches for one, or says that there is no such child. */
  @POST
  @Path("{id}")
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("choix") @DefaultValue("") String choice,
      @FormParam("eleve") @DefaultValue("") String pupil) {
    if (choice.equals("non")) {
      say("aidfamily.claim.refused", claims.refuse(id).orElseThrow(NotFoundException::new));
    } else if (!pupil.equals(ABSENT) && FamilyFields.id(pupil).isEmpty()) {
      flash.refuse(view.text("aidfamily.claim.choose"));
    } else {
      Answer<Answered> answer =
          claims.confirm(id, FamilyFields.id(pupil)).orElseThrow(NotFoundException::new);
      if (answer instanceof Answer.Done<Answered> done) {
        say("aidfamily.claim.confirmed", done.value());
      } else {
        flash.refuse(FamilyFields.errors(view, answer, "eleve").get(0).message());
      }
    }
    return Response.seeOther(URI.create("/aides/enfants")).build();
  }

  private void say(String done, Answered answered) {
    telling.say(view.text(done, answered.child()), answered.told());
  }
}
