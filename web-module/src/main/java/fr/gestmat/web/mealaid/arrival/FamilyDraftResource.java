package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.arrival.FamilyDrafts;
import fr.gestmat.mealaid.boundary.arrival.FamilyDrafts.Draft;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
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
import java.util.Optional;
import java.util.UUID;

/** A family's draft that stands in an officer's way, and how it is put away. */
@Path("aides/saisie/brouillons/{id}")
@RequestScoped
@OpenTo("AID_OFFICER")
@Produces(Page.HTML)
public class FamilyDraftResource {

  @Inject private FamilyDrafts drafts;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page, which asks before it is done.
   *
   * @param draft the draft
   * @param reason what was typed
   * @param errors what to correct
   */
  public record DraftPage(Draft draft, String reason, List<FieldError> errors) {

    /** Where the officer came from. */
    public String back() {
      return FamilyDraftResource.back(draft);
    }
  }

  /** Whose it is. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    return page(drafts.find(id).orElseThrow(NotFoundException::new), "", List.of());
  }

  /** Puts it away. */
  @POST
  public Response putAway(
      @PathParam("id") UUID id,
      @FormParam("version") @DefaultValue("-1") int version,
      @FormParam("reason") @DefaultValue("") String reason) {
    Optional<Draft> before = drafts.find(id);
    Answer<Told> answer = drafts.putAway(id, version, reason).orElseThrow(NotFoundException::new);
    String back = before.map(FamilyDraftResource::back).orElse("/aides/saisie");
    if (answer instanceof Answer.Done<Told> done) {
      String said = view.text("aidfamily.draft.done." + done.value());
      if (done.value() == Told.MAILED) {
        flash.done(said);
      } else {
        flash.warn(said);
      }
      return Response.seeOther(URI.create(back)).build();
    }
    List<FieldError> errors = errors(answer);
    Optional<Draft> still = drafts.find(id);
    if (still.isEmpty()) {
      flash.refuse(errors.get(0).message());
      return Response.seeOther(URI.create(back)).build();
    }
    return page(still.get(), reason, errors).status(422);
  }

  private List<FieldError> errors(Answer<Told> answer) {
    if (answer instanceof Answer.Stale<Told> stale) {
      return List.of(
          new FieldError(
              "draft",
              view.text(
                  "aidfamily.draft.touched",
                  stale.by().orElse(""),
                  stale.at().map(view.format()::moment).orElse(""))));
    }
    return answer instanceof Answer.Refused<Told>
        ? FamilyFields.errors(view, answer, "draft")
        : List.of();
  }

  private static Page page(Draft draft, String reason, List<FieldError> errors) {
    return Page.of("mealaid/arrival/draft.jte", new DraftPage(draft, reason, errors));
  }

  private static String back(Draft draft) {
    return "/aides/saisie" + draft.pupil().map(pupil -> "/" + pupil).orElse("/hors-annuaire");
  }
}
