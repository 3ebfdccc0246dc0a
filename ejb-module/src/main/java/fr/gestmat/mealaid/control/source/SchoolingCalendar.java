package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Scholarship;
import fr.gestmat.mealaid.control.source.SourceAnswer.TooEarly;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import java.time.LocalDate;
import java.time.Month;

/**
 * What the ministry cannot know yet. Its scholarships are emptied each August and filled until mid
 * October: before, "none" means "unknown" (M-N01), while "yes" is reliable at any time. Private
 * schools hand in their pupils in October: before November, "no such pupil" means nothing (M-N02).
 */
final class SchoolingCalendar {

  private static final int MID_MONTH = 15;

  private SchoolingCalendar() {}

  /**
   * The answer as it counts on a day.
   *
   * @param answer to a question about a pupil
   * @param schoolYear calendar year in which the school year begins
   * @param privateSchool whether the pupil's school is a private one, as far as known
   * @param day of the answer, in the authority's time zone
   */
  static SourceAnswer judge(
      SourceAnswer answer, int schoolYear, boolean privateSchool, LocalDate day) {
    LocalDate filled = LocalDate.of(schoolYear, Month.OCTOBER, MID_MONTH);
    LocalDate handedIn = LocalDate.of(schoolYear, Month.NOVEMBER, 1);
    if (answer instanceof Scholarship scholarship
        && scholarship.status() == ScholarshipStatus.NOT_GRANTED
        && day.isBefore(filled)) {
      return new TooEarly(filled, unknown(scholarship));
    }
    if (answer instanceof NotFound && privateSchool && day.isBefore(handedIn)) {
      return new TooEarly(handedIn, answer);
    }
    return answer;
  }

  private static Scholarship unknown(Scholarship said) {
    return new Scholarship(
        ScholarshipStatus.UNKNOWN,
        said.level(),
        said.boarding(),
        said.enrolled(),
        said.uai(),
        said.proof());
  }
}
