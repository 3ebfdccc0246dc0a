package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.arrival.AgentEntry;
import fr.gestmat.mealaid.boundary.arrival.AgentEntry.Open;
import fr.gestmat.mealaid.boundary.arrival.FamilyDrafts;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.arrival.PupilRows.Adults;
import fr.gestmat.web.mealaid.application.Addresses;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where an officer types an application that came on paper or by telephone. */
@Path("aides/saisie")
@RequestScoped
@OpenTo("AID_OFFICER")
@Produces(Page.HTML)
public class AgentEntryResource {

  @Inject private AgentEntry entry;
  @Inject private FamilyDrafts drafts;
  @Inject private View view;

  /**
   * The search.
   *
   * @param typed what was typed
   * @param found pupils
   * @param open whether a campaign has begun
   * @param unsent what was begun and not sent
   * @param outside whether there are schools whose children no search finds
   */
  public record SearchPage(
      String typed,
      List<Known> found,
      boolean open,
      List<AgentEntry.Unsent> unsent,
      boolean outside) {}

  /**
   * Who applies.
   *
   * @param pupil the child and who answers for them
   * @param campaigns open ones
   * @param campaign the one that was chosen; empty for none
   * @param guardian the adult who was chosen; empty for none or somebody else
   * @param name of somebody else
   * @param email where the receipt goes
   * @param received the day on which it came
   * @param drafts what families began for the child and did not send
   * @param errors what to correct
   */
  public record PupilPage(
      Adults pupil,
      List<Open> campaigns,
      String campaign,
      String guardian,
      String name,
      String email,
      String received,
      List<FamilyDrafts.Draft> drafts,
      List<FieldError> errors) {}

  /** Looks for the child. */
  @GET
  public Page search(@QueryParam("nom") @DefaultValue("") String typed) {
    return Page.of(
        "mealaid/arrival/entry.jte",
        new SearchPage(
            typed,
            entry.find(typed),
            !entry.open().isEmpty(),
            entry.unsent(),
            !entry.schools().isEmpty()));
  }

  /** Asks who applies. */
  @GET
  @Path("{id}")
  public Page pupil(@PathParam("id") UUID id) {
    return page(id, "", "", "", "", "", List.of());
  }

  /** Begins the form in the family's name. */
  @POST
  @Path("{id}")
  public Response begin(
      @PathParam("id") UUID id,
      @FormParam("campagne") @DefaultValue("") String campaign,
      @FormParam("responsable") @DefaultValue("") String guardian,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("receivedOn") @DefaultValue("") String received) {
    Answer<UUID> answer =
        entry
            .begin(
                FamilyFields.id(campaign).orElseThrow(NotFoundException::new),
                id,
                FamilyFields.id(guardian),
                name,
                email,
                FamilyFields.day(received))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create(Addresses.application(done.value()) + "/questions"))
          .build();
    }
    return page(
            id,
            campaign,
            guardian,
            name,
            email,
            received,
            FamilyFields.errors(view, answer, "name"))
        .status(422);
  }

  private Page page(
      UUID id,
      String campaign,
      String guardian,
      String name,
      String email,
      String received,
      List<FieldError> errors) {
    return Page.of(
        "mealaid/arrival/entry-pupil.jte",
        new PupilPage(
            entry.pupil(id).orElseThrow(NotFoundException::new),
            entry.open(),
            campaign,
            guardian,
            name,
            email,
            received,
            drafts.of(id),
            errors));
  }
}
