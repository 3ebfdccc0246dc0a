package fr.gestmat.mealaid.control.retention;

import fr.gestmat.access.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an authority keeps what meal aid knows of families.
 *
 * @param draftMonths months after the campaign closed for a draft that was never sent, 1 to 24
 * @param documentMonths months after the last change of a decided application for its documents, 3
 *     to 60
 * @param applicationYears years after the campaign closed for the application itself, 2 to 10
 * @param noticeDays days between the notice to the family and the end, 15 to 90
 */
public record RetentionPeriods(
    int draftMonths, int documentMonths, int applicationYears, int noticeDays) {

  /**
   * What holds until an authority decides otherwise: the documents as long as a decision is usually
   * disputed, the application as long as public money can be claimed back (five years).
   */
  public static final RetentionPeriods DEFAULTS = new RetentionPeriods(6, 12, 5, 30);

  /** What cannot be decided, all at once; empty if everything can. */
  public List<Refusal> problems() {
    List<Refusal> problems = new ArrayList<>();
    within(problems, "draftMonths", draftMonths, 1, 24);
    within(problems, "documentMonths", documentMonths, 3, 60);
    within(problems, "applicationYears", applicationYears, 2, 10);
    within(problems, "noticeDays", noticeDays, 15, 90);
    if (problems.isEmpty() && documentMonths > applicationYears * 12) {
      problems.add(Refusal.of("documentMonths", "documentsLonger", applicationYears));
    }
    return problems;
  }

  private static void within(List<Refusal> problems, String field, int value, int least, int most) {
    if (value < least || value > most) {
      problems.add(Refusal.of(field, "outside", least, most));
    }
  }
}
