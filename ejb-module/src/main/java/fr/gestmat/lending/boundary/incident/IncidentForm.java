package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.IncidentKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says of an incident.
 *
 * @param kind what happened
 * @param happenedOn when
 * @param place where, at most 200 characters; may be empty
 * @param story in their words, at most 1,000 characters; needed
 * @param policeReport number of the police report, at most 80 characters; may be empty
 * @param policeReportOn its date, needed with a number
 */
public record IncidentForm(
    Optional<IncidentKind> kind,
    Optional<LocalDate> happenedOn,
    String place,
    String story,
    String policeReport,
    Optional<LocalDate> policeReportOn) {

  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_STORY = 1_000;
  private static final int LONGEST_REPORT = 80;
  private static final int OLDEST_YEARS = 2;

  /** Trims what was typed. */
  public IncidentForm {
    place = place.strip();
    story = story.strip();
    policeReport = policeReport.strip();
  }

  /** Everything that is wrong with it. */
  public List<Refusal> refusals(LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    if (kind.isEmpty()) {
      wrong.add(Refusal.of("kind", "kindMissing"));
    }
    if (happenedOn.isEmpty()) {
      wrong.add(Refusal.of("happenedOn", "happenedOnMissing"));
    } else if (happenedOn.get().isAfter(today)) {
      wrong.add(Refusal.of("happenedOn", "dateInFuture"));
    } else if (happenedOn.get().isBefore(today.minusYears(OLDEST_YEARS))) {
      wrong.add(Refusal.of("happenedOn", "tooLongAgo", OLDEST_YEARS));
    }
    if (place.length() > LONGEST_PLACE) {
      wrong.add(Refusal.of("place", "tooLong", LONGEST_PLACE));
    }
    if (story.isEmpty()) {
      wrong.add(Refusal.of("story", "storyMissing"));
    } else if (story.length() > LONGEST_STORY) {
      wrong.add(Refusal.of("story", "tooLong", LONGEST_STORY));
    }
    wrong.addAll(report(policeReport, policeReportOn, today));
    return wrong;
  }

  /** What is wrong with a police report. */
  static List<Refusal> report(String number, Optional<LocalDate> on, LocalDate today) {
    List<Refusal> wrong = new ArrayList<>();
    if (number.length() > LONGEST_REPORT) {
      wrong.add(Refusal.of("policeReport", "tooLong", LONGEST_REPORT));
    }
    if (number.isEmpty() && on.isPresent()) {
      wrong.add(Refusal.of("policeReport", "policeReportMissing"));
    } else if (!number.isEmpty() && on.isEmpty()) {
      wrong.add(Refusal.of("policeReportOn", "policeReportDateMissing"));
    } else if (on.filter(day -> day.isAfter(today)).isPresent()) {
      wrong.add(Refusal.of("policeReportOn", "dateInFuture"));
    }
    return wrong;
  }
}
