package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that has to arrive before an application can be decided, and who can give it.
 *
 * @param rule code of the rule that can't tell without it; empty for a document that no open rule
 *     waits for
 * @param way who can give it
 * @param what name of an {@link Unknown}, of a figure of the scale, or of a kind of document
 */
public record Gap(String rule, Way way, String what) {

  private static final Set<String> OF_INCOME =
      Set.of(
          "TAX_NOTICE",
          "PARTNER_TAX_NOTICE",
          "QUOTIENT_CERTIFICATE",
          "RESOURCES_STATEMENT",
          "SCHOLARSHIP_NOTICE");
  private static final Set<String> OF_CUSTODY =
      Set.of("CUSTODY_DECISION", "ENTRUSTING_DECISION", "FAMILY_RECORD");

  /** Who can give it. */
  public enum Way {
    /** The family, by an answer. */
    ANSWER,
    /** The family, by a document. */
    DOCUMENT,
    /** The school, by its visa. */
    VISA,
    /** Whoever recognises the child in the directory. */
    CHILD,
    /** Whoever keeps the list of schools. */
    SCHOOL,
    /** The directory, by its next import. */
    DIRECTORY,
    /** Whoever publishes the scale. */
    SCALE;

    /** Whether the family is asked for it. */
    public boolean isAskedOfTheFamily() {
      return this == ANSWER || this == DOCUMENT;
    }
  }

  /**
   * What is known around the application.
   *
   * @param school whether it names a school
   * @param child whether somebody recognised the child in the directory
   * @param visa whether the school has given its visa
   * @param documents kinds of the mandatory documents that have not arrived
   */
  public record Around(boolean school, boolean child, boolean visa, List<String> documents) {

    /** Copies the list. */
    public Around {
      documents = List.copyOf(documents);
    }
  }

  /** How the address of a page names it. */
  public String code() {
    return way + "." + what;
  }

  /** Everything that is missing, in the order in which rules are told; then other documents. */
  static List<Gap> of(Assessed assessed, Around around) {
    List<Gap> gaps = new ArrayList<>();
    for (RuleLine rule : assessed.rules()) {
      if (rule.verdict() == Verdict.UNKNOWN) {
        add(gaps, rule.code(), Unknown.valueOf(rule.reason()), assessed, around);
      }
    }
    if (!isOpen(gaps, RuleCode.INCOME)) {
      assessed.missing().forEach(figure -> gaps.add(income(Way.ANSWER, figure)));
    }
    for (String kind : around.documents()) {
      gaps.add(
          new Gap(
              provenBy(kind).filter(rule -> isOpen(gaps, rule)).map(Enum::name).orElse(""),
              Way.DOCUMENT,
              kind));
    }
    return List.copyOf(gaps);
  }

  private static void add(
      List<Gap> gaps, String rule, Unknown unknown, Assessed assessed, Around around) {
    switch (unknown) {
      case BOARDING, MEALS -> {
        gaps.add(new Gap(rule, Way.ANSWER, unknown.name()));
        if (around.school() && !around.visa()) {
          gaps.add(new Gap(rule, Way.VISA, unknown.name()));
        }
      }
      case COLLEGE, SECTOR, SCHOOL ->
          gaps.add(
              around.school()
                  ? new Gap(rule, Way.SCHOOL, unknown.name())
                  : new Gap(rule, Way.ANSWER, Unknown.SCHOOL.name()));
      case LEVEL ->
          gaps.add(new Gap(rule, around.child() ? Way.DIRECTORY : Way.CHILD, unknown.name()));
      case RESIDENCE, CUSTODY -> gaps.add(new Gap(rule, Way.ANSWER, unknown.name()));
      case INCOME -> assessed.missing().forEach(figure -> gaps.add(income(Way.ANSWER, figure)));
      case SCALE -> gaps.add(income(Way.SCALE, unknown.name()));
    }
  }

  private static Gap income(Way way, String what) {
    return new Gap(RuleCode.INCOME.name(), way, what);
  }

  private static boolean isOpen(List<Gap> gaps, RuleCode rule) {
    return gaps.stream().anyMatch(gap -> gap.rule().equals(rule.name()));
  }

  private static Optional<RuleCode> provenBy(String kind) {
    if (OF_INCOME.contains(kind)) {
      return Optional.of(RuleCode.INCOME);
    }
    return OF_CUSTODY.contains(kind) ? Optional.of(RuleCode.CUSTODY) : Optional.empty();
  }
}
