package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.arrival.AgentEntry;
import fr.gestmat.mealaid.boundary.arrival.FamilyDrafts;
import fr.gestmat.mealaid.control.arrival.TypedChildren.Typed;
import fr.gestmat.web.mealaid.application.Addresses;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where an officer types for a child of a school outside the feeds. */
@Path("aides/saisie/hors-annuaire")
@RequestScoped
@OpenTo("AID_OFFICER")
@Produces(Page.HTML)
public class OutsideEntryResource {

  @Inject private AgentEntry entry;
  @Inject private FamilyDrafts drafts;
  @Inject private View view;

  /**
   * The form.
   *
   * @param fields what to fill in
   * @param drafts what a family began for the child and did not send
   * @param errors what to correct
   */
  public record OutsidePage(
      List<Field> fields, List<FamilyDrafts.Draft> drafts, List<FieldError> errors) {}

  /** The form. */
  @GET
  public Page show() {
    return page("", "", "", "", "", "", "", "", List.of(), List.of());
  }

  /** Begins the application in the family's name. */
  @POST
  public Response begin(
      @FormParam("campagne") @DefaultValue("") String campaign,
      @FormParam("receivedOn") @DefaultValue("") String received,
      @FormParam("familyName") @DefaultValue("") String familyName,
      @FormParam("givenName") @DefaultValue("") String givenName,
      @FormParam("birthDate") @DefaultValue("") String birth,
      @FormParam("school") @DefaultValue("") String school,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email) {
    Answer<UUID> answer =
        entry
            .beginOutside(
                FamilyFields.id(campaign).orElseThrow(NotFoundException::new),
                new Typed(familyName, givenName, FamilyFields.day(birth), FamilyFields.id(school)),
                name,
                email,
                FamilyFields.day(received))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create(Addresses.application(done.value()) + "/questions"))
          .build();
    }
    return page(
            campaign,
            received,
            familyName,
            givenName,
            birth,
            school,
            name,
            email,
            FamilyFields.inTheWay(answer).flatMap(drafts::find).stream().toList(),
            FamilyFields.errors(view, answer, "name"))
        .status(422);
  }

  private Page page(
      String campaign,
      String received,
      String familyName,
      String givenName,
      String birth,
      String school,
      String name,
      String email,
      List<FamilyDrafts.Draft> inTheWay,
      List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.select(
                "campagne",
                view.text("aidcampaign.campaign"),
                entry.open().stream()
                    .map(one -> new Field.Choice(one.id().toString(), one.name()))
                    .toList())
            .value(campaign)
            .mandatory());
    fields.add(
        Field.of("date", "receivedOn", view.text("aidfamily.entry.received"))
            .hint(view.text("aidfamily.entry.received.hint"))
            .value(received)
            .mandatory()
            .errors(errors));
    fields.addAll(
        FamilyFields.child(view, entry.schools(), familyName, givenName, birth, school, errors));
    fields.add(
        Field.text("name", view.text("aidfamily.entry.who"))
            .value(name)
            .mandatory()
            .errors(errors));
    fields.add(
        Field.of("email", "email", view.text("aidfamily.entry.email"))
            .hint(view.text("aidfamily.entry.email.hint"))
            .value(email));
    return Page.of("mealaid/arrival/entry-outside.jte", new OutsidePage(fields, inTheWay, errors));
  }
}
