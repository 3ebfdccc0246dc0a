package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.boundary.source.OfficialAnswers;
import fr.gestmat.mealaid.control.document.NoticeReports;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.TimelineEntry;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of an application, after a use case or without one. What could not be kept comes back as
 * it was typed, on the fresh version: whoever came second may act at once.
 */
@RequestScoped
public class ApplicationPages {

  private static final String TEMPLATE = "mealaid/review/application.jte";

  @Inject private Reviews reviews;
  @Inject private WorkLists lists;
  @Inject private OfficerDocuments documents;
  @Inject private OfficialAnswers sources;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Said said;
  @Inject private Telling telling;
  @Inject private Clock clock;

  /**
   * The page.
   *
   * @param asked codes of gaps that the form which asks the family begins with; others say nothing
   */
  Page show(UUID id, List<String> asked) {
    ApplicationFile file = reviews.file(id).orElseThrow(NotFoundException::new);
    String message =
        GapWords.message(
            view, file.gaps().stream().filter(gap -> asked.contains(gap.code())).toList());
    return Page.of(
        TEMPLATE, page(file, message.isEmpty() ? Map.of() : Map.of("message", message), List.of()));
  }

  /** The next page if it was done, the same with what is wrong if not. */
  Response answer(UUID id, Sent sent, Answer<?> answer, String done) {
    List<FieldError> errors = said.errors(answer);
    if (errors.isEmpty()) {
      flash.done(view.text(done));
      return Response.seeOther(URI.create("/dossiers/" + id)).build();
    }
    Map<String, String> typed = new HashMap<>();
    sent.values().keySet().forEach(name -> typed.put(name, sent.text(name)));
    ApplicationFile file = reviews.file(id).orElseThrow(NotFoundException::new);
    return Page.of(TEMPLATE, page(file, typed, errors)).status(422);
  }

  /** The same for what the family has to be told: the next page says whether it is. */
  Response told(UUID id, Sent sent, Answer<Told> answer, String done) {
    if (answer instanceof Answer.Done<Told> told) {
      telling.say(view.text(done), told.value());
      return Response.seeOther(URI.create("/dossiers/" + id)).build();
    }
    return answer(id, sent, answer, done);
  }

  private ApplicationPage page(
      ApplicationFile file, Map<String, String> typed, List<FieldError> errors) {
    String child = file.application().child().givenName();
    return new ApplicationPage(
        file,
        FormAnswers.of(view, file.application().submitted(), child),
        file.ownParts().stream()
            .map(
                part ->
                    new ApplicationPage.OwnPart(
                        part.name(),
                        part.at(),
                        FormAnswers.of(view, part.answers().orElse(null), child)))
            .toList(),
        evidence(file.application().publicId()),
        file.events().stream().map(this::entry).toList(),
        lists.officers(),
        typed,
        errors,
        UUID.randomUUID(),
        LocalDate.ofInstant(clock.instant(), view.visitor().zone()),
        view.visitor().name());
  }

  private ApplicationPage.Evidence evidence(UUID id) {
    return new ApplicationPage.Evidence(
        documents.list(id).orElse(List.of()),
        documents.notices(id).map(NoticeReports.All::documents).orElse(List.of()),
        documents.scanner(),
        sources.of(id));
  }

  private TimelineEntry entry(AidEvent event) {
    String key = "review.event." + event.event();
    return new TimelineEntry(
        event.happenedAt(),
        tone(event.event()),
        view.knows(key) ? view.text(key) : event.event(),
        event.name() + detail(event.detail()));
  }

  private static Tone tone(String event) {
    return switch (event) {
      case "GRANT", "SECOND_LOOK_AGREED", "VISA" -> Tone.OK;
      case "REFUSE", "SECOND_LOOK_OBJECTED", "APPEAL_REJECTED" -> Tone.REFUSED;
      case "ASK_CORRECTION", "CORRECTION_ASKED", "REOPEN", "APPEAL_FILED" -> Tone.WARNING;
      default -> Tone.NEUTRAL;
    };
  }

  /** What people say with a change: a figure, a day, a reason, a question, an answer, a name. */
  private String detail(@Nullable String json) {
    if (json == null) {
      return "";
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      var object = reader.readObject();
      String before = figure(object) + reopening(object);
      for (String name : List.of("reason", "question", "answer", "to", "other")) {
        if (object.containsKey(name) && !object.getString(name).isBlank()) {
          return before + " – " + object.getString(name);
        }
      }
      return before;
    }
  }

  /** What a decision is looked at again for, and the day that an officer gave. */
  private String reopening(JsonObject detail) {
    return detail.containsKey("why")
        ? " – "
            + view.text(
                "review.event.why." + detail.getString("why"),
                detail.containsKey("effectOn")
                    ? view.format().day(LocalDate.parse(detail.getString("effectOn")))
                    : "")
        : "";
  }

  /** How a figure that the authority established changed what counts. */
  private String figure(JsonObject detail) {
    return detail.containsKey("figure")
        ? " – "
            + view.text(
                "review.event.figure",
                AidWords.figure(view, of(detail)),
                value(detail, "before"),
                value(detail, "after"))
        : "";
  }

  private static HouseholdFigure of(JsonObject detail) {
    return HouseholdFigure.read(detail.getString("figure")).orElseThrow();
  }

  private String value(JsonObject detail, String name) {
    return detail.containsKey(name)
        ? AidWords.figure(view, of(detail).figure(), new BigDecimal(detail.getString(name)))
        : view.text("review.unknown");
  }
}
