package fr.gestmat.web.mealaid.followup;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.retention.Retention;
import fr.gestmat.mealaid.control.retention.RetentionPeriods;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long meal aid keeps families' data, what is about to go, and what went. */
@Path("aides/conservation")
@RequestScoped
@OpenTo({"AID_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class RetentionResource {

  private static final List<String> NAMES =
      List.of("draftMonths", "documentMonths", "applicationYears", "noticeDays");

  private static final int UNREADABLE = -1;

  @Inject private Retention retention;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param overview what it shows
   * @param version of the settings that the form speaks of
   * @param fields what is asked
   * @param errors what to correct
   */
  public record RetentionPage(
      Retention.Overview overview, int version, List<Field> fields, List<FieldError> errors) {}

  /** What holds now. */
  @GET
  public Page show() {
    Retention.Overview overview = retention.overview();
    RetentionPeriods now = overview.kept().periods();
    return page(
        overview,
        overview.kept().version(),
        Map.of(
            "draftMonths", String.valueOf(now.draftMonths()),
            "documentMonths", String.valueOf(now.documentMonths()),
            "applicationYears", String.valueOf(now.applicationYears()),
            "noticeDays", String.valueOf(now.noticeDays())),
        List.of());
  }

  /** Decides, or says why not with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(MultivaluedMap<String, String> values) {
    Map<String, String> typed =
        NAMES.stream()
            .collect(
                Collectors.toMap(
                    name -> name,
                    name ->
                        Stream.ofNullable(values.getFirst(name)).findFirst().orElse("").strip()));
    int version = number(Stream.ofNullable(values.getFirst("version")).findFirst().orElse(""));
    Answer<RetentionPeriods> answer =
        retention.decide(
            version,
            new RetentionPeriods(
                number(typed.getOrDefault("draftMonths", "")),
                number(typed.getOrDefault("documentMonths", "")),
                number(typed.getOrDefault("applicationYears", "")),
                number(typed.getOrDefault("noticeDays", ""))));
    if (answer instanceof Answer.Done<RetentionPeriods>) {
      flash.done(view.text("retention.saved"));
      return Response.seeOther(URI.create("/aides/conservation")).build();
    }
    Retention.Overview overview = retention.overview();
    if (answer instanceof Answer.Refused<RetentionPeriods> refused) {
      List<FieldError> errors = refused.reasons().stream().map(this::error).toList();
      return page(overview, version, typed, errors).status(422);
    }
    return page(
            overview,
            overview.kept().version(),
            typed,
            List.of(new FieldError("draftMonths", view.text("retention.stale"))))
        .status(422);
  }

  private FieldError error(Refusal reason) {
    return new FieldError(
        reason.field(), view.text("retention.refused." + reason.code(), reason.data().toArray()));
  }

  private Page page(
      Retention.Overview overview,
      int version,
      Map<String, String> typed,
      List<FieldError> errors) {
    List<Field> fields =
        NAMES.stream()
            .map(
                name ->
                    Field.of("number", name, view.text("retention." + name))
                        .hint(view.text("retention." + name + ".hint"))
                        .value(typed.getOrDefault(name, ""))
                        .mandatory()
                        .errors(errors))
            .toList();
    return Page.of(
        "mealaid/followup/retention.jte", new RetentionPage(overview, version, fields, errors));
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : UNREADABLE;
  }
}
