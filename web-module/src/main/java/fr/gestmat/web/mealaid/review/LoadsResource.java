package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each officer has in hand, and giving many of them to another in one go. */
@Path("dossiers/charges")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class LoadsResource {

  private static final int MOST = 500;
  private static final List<ApplicationState> OPEN =
      List.of(ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW, ApplicationState.TO_COMPLETE);

  @Inject private WorkLists lists;
  @Inject private Reviews reviews;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param loads who has what; absent if no campaign is published
   */
  public record LoadsPage(Optional<WorkLists.Loads> loads) {

    /** Where the applications of somebody are listed. */
    public String list(Optional<UUID> officer, ApplicationState state) {
      return "/dossiers?campagne="
          + loads.orElseThrow().campaign().id()
          + "&etat="
          + state
          + "&agent="
          + officer.map(UUID::toString).orElse("personne");
    }
  }

  /** Who has what in hand. */
  @GET
  public Page show(@QueryParam("campagne") @Nullable UUID campaign) {
    Optional<WorkLists.Loads> loads = lists.loads(Optional.ofNullable(campaign));
    if (loads.isEmpty() && campaign != null) {
      throw new NotFoundException();
    }
    return Page.of("mealaid/review/loads.jte", new LoadsPage(loads));
  }

  /** Gives some of what somebody has to somebody else, the oldest first. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response give(MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    Optional<UUID> campaign = sent.id("campagne");
    WorkLists.Loads now = lists.loads(campaign).orElseThrow(NotFoundException::new);
    Optional<UUID> from = sent.id("de");
    Optional<UUID> to = sent.id("vers");
    int many = sent.maybeNumber("combien").filter(n -> n >= 1 && n <= MOST).orElse(0);
    boolean known = to.isEmpty() || now.officers().stream().anyMatch(o -> to.get().equals(o.id()));
    if (many == 0) {
      flash.refuse(view.text("review.loads.howMany", MOST));
    } else if (from.equals(to) || !known) {
      flash.refuse(view.text("review.loads.same"));
    } else {
      List<ApplicationState> states =
          sent.one("etat", ApplicationState.class)
              .filter(OPEN::contains)
              .map(List::of)
              .orElse(OPEN);
      List<UUID> chosen = lists.inHand(campaign, from, states, many);
      tell(BulkAssignment.of(reviews, chosen, to));
    }
    return Response.seeOther(
            UriBuilder.fromPath("/dossiers/charges")
                .queryParam("campagne", now.campaign().id())
                .build())
        .build();
  }

  private void tell(BulkAssignment done) {
    if (done.given() == 0 && done.left() == 0) {
      flash.refuse(view.text("review.loads.nothing"));
    } else if (done.left() > 0) {
      flash.warn(view.text("review.assigned.some", done.given(), done.left()));
    } else {
      flash.done(view.text("review.assigned.all", done.given()));
    }
  }
}
