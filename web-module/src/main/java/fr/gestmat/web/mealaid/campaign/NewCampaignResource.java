package fr.gestmat.web.mealaid.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.campaign.Campaigns;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A new campaign. */
@Path("aides/campagnes/nouvelle")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class NewCampaignResource {

  @Inject private Campaigns campaigns;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Clock clock;

  /**
   * The form of a new one.
   *
   * @param fields what to fill in
   * @param errors what to correct
   */
  public record NewPage(List<Field> fields, List<FieldError> errors) {}

  /** The form of a new one. */
  @GET
  public Page fresh() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), view.visitor().zone());
    int year = today.getMonthValue() >= 3 ? today.getYear() : today.getYear() - 1;
    MultivaluedMap<String, String> usual = new MultivaluedHashMap<>();
    usual.putSingle("name", view.text("aidcampaign.name.usual", CampaignsResource.years(year)));
    usual.putSingle("schoolYear", Integer.toString(year));
    usual.putSingle("opensOn", year + "-06-01");
    usual.putSingle("fullEffectUntil", year + "-09-30");
    usual.putSingle("closesOn", year + "-09-30");
    return page(new Entry(usual), List.of());
  }

  /** Creates it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    List<FieldError> errors = new ArrayList<>();
    Optional<Integer> year = entry.number("schoolYear").filter(one -> one > 2000 && one < 2200);
    Optional<LocalDate> opens = entry.day("opensOn");
    Optional<LocalDate> full = entry.day("fullEffectUntil");
    Optional<LocalDate> closes = entry.day("closesOn");
    required(errors, "schoolYear", year);
    required(errors, "opensOn", opens);
    required(errors, "fullEffectUntil", full);
    required(errors, "closesOn", closes);
    if (!errors.isEmpty()) {
      return page(entry, errors).status(422);
    }
    Answer<UUID> answer =
        campaigns.create(
            entry.text("name"),
            year.orElseThrow(),
            new CampaignDays(
                opens.orElseThrow(), full.orElseThrow(), closes.orElseThrow(), List.of()));
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("aidcampaign.created"));
      return Response.seeOther(URI.create(CampaignsResource.HERE + "/" + done.value())).build();
    }
    return page(entry, CampaignSentences.errors(view, answer)).status(422);
  }

  private void required(List<FieldError> errors, String field, Optional<?> value) {
    if (value.isEmpty()) {
      errors.add(
          new FieldError(
              field,
              view.text(
                  field.equals("schoolYear") ? "aidcampaign.badYear" : "aidcampaign.badDay")));
    }
  }

  private Page page(Entry entry, List<FieldError> errors) {
    return Page.of(
        "mealaid/campaign/new.jte",
        new NewPage(
            List.of(
                field(entry, "text", "name", errors),
                field(entry, "number", "schoolYear", errors)
                    .hint(view.text("aidcampaign.schoolYear.hint")),
                field(entry, "date", "opensOn", errors),
                field(entry, "date", "fullEffectUntil", errors)
                    .hint(view.text("aidcampaign.fullEffectUntil.hint")),
                field(entry, "date", "closesOn", errors)
                    .hint(view.text("aidcampaign.closesOn.hint"))),
            errors));
  }

  private Field field(Entry entry, String type, String name, List<FieldError> errors) {
    return Field.of(type, name, view.text("aidcampaign." + name))
        .value(entry.text(name))
        .mandatory()
        .errors(errors);
  }
}
