package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.campaign.Campaigns;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import fr.gestmat.lending.control.campaign.CampaignRows;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import fr.gestmat.web.view.Visitor.SchoolChoice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The form by which a return campaign is planned, for the school that the visitor works for. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("campagnes/nouvelle")
@RequestScoped
@Produces(Page.HTML)
public class NewCampaignResource {

  private static final LocalDate NO_DAY = LocalDate.EPOCH;

  @Inject private Campaigns campaigns;
  @Inject private View view;

  /**
   * The form.
   *
   * @param school for which school; absent for who works for no one school
   * @param fields what is asked
   * @param levels the levels to choose from
   * @param chosen keys of those that are ticked
   * @param errors what to correct
   */
  public record FormPage(
      Optional<SchoolChoice> school,
      List<Field> fields,
      List<CampaignRows.Level> levels,
      List<String> chosen,
      List<FieldError> errors) {}

  /** The empty form. */
  @GET
  public Page form() {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    values.putSingle("audience", Audience.EVERYBODY.name());
    values.putSingle("opensAt", "08:30");
    values.putSingle("closesAt", "16:30");
    values.putSingle("desks", "2");
    values.putSingle("minutesEach", "2");
    return page(new Typed(values), List.of());
  }

  /** Keeps it as a draft, or says why not with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<UUID> answer =
        campaigns
            .draft(school().orElseThrow(NotFoundException::new).uai(), plan(typed), levels(typed))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create("/campagnes/" + done.value())).build();
    }
    List<FieldError> errors =
        answer instanceof Answer.Refused<UUID> refused
            ? refused.reasons().stream()
                .map(r -> new FieldError(r.field(), view.text("campaign.refused." + r.code())))
                .toList()
            : List.of();
    return page(typed, errors).status(422);
  }

  /** What cannot be read is what the rule refuses. */
  private static Plan plan(Typed typed) {
    return new Plan(
        typed.text("name"),
        typed.one("audience", Audience.class).orElse(Audience.EVERYBODY),
        typed.day("startsOn").orElse(NO_DAY),
        time(typed.text("opensAt")),
        time(typed.text("closesAt")),
        (int) typed.number("desks", 0),
        (int) typed.number("minutesEach", 0),
        typed.text("place"));
  }

  /** "8:30", "08:30" or "8h30"; noon, which leaves no room, if it is none of them. */
  private static LocalTime time(String text) {
    String[] parts = text.replace(" ", "").toLowerCase(java.util.Locale.ROOT).split("[:h]", -1);
    try {
      return parts.length < 2
          ? LocalTime.NOON
          : LocalTime.of(
              Integer.parseInt(parts[0]), parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1]));
    } catch (NumberFormatException | DateTimeException e) {
      return LocalTime.NOON;
    }
  }

  private static List<Long> levels(Typed typed) {
    return typed.all("level").stream()
        .filter(key -> key.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .toList();
  }

  private Optional<SchoolChoice> school() {
    return view.visitor().school();
  }

  private Page page(Typed typed, List<FieldError> errors) {
    List<Field.Choice> audiences = new ArrayList<>();
    Arrays.stream(Audience.values())
        .forEach(
            a -> audiences.add(new Field.Choice(a.name(), view.text("campaign.audience." + a))));
    return Page.of(
        "lending/campaign-form.jte",
        new FormPage(
            school(),
            List.of(
                Field.text("name", view.text("campaign.name"))
                    .hint(view.text("campaign.name.hint"))
                    .value(typed.text("name"))
                    .mandatory()
                    .errors(errors),
                Field.of("date", "startsOn", view.text("campaign.startsOn"))
                    .value(typed.text("startsOn"))
                    .mandatory()
                    .errors(errors),
                field("time", "opensAt", typed, errors),
                field("time", "closesAt", typed, errors),
                field("number", "desks", typed, errors).hint(view.text("campaign.desks.hint")),
                field("number", "minutesEach", typed, errors),
                field("text", "place", typed, errors).hint(view.text("campaign.place.hint")),
                Field.radio("audience", view.text("campaign.audience"), audiences)
                    .value(typed.text("audience"))
                    .mandatory()),
            school().flatMap(s -> campaigns.levels(s.uai())).orElse(List.of()),
            typed.all("level"),
            errors));
  }

  private Field field(String type, String name, Typed typed, List<FieldError> errors) {
    return Field.of(type, name, view.text("campaign." + name))
        .value(typed.text(name))
        .mandatory()
        .errors(errors);
  }
}
