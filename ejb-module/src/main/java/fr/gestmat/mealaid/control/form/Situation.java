package fr.gestmat.mealaid.control.form;

import static fr.gestmat.mealaid.control.form.SourcePages.ME;
import static fr.gestmat.mealaid.control.form.SourcePages.PARTNER;

import java.util.EnumSet;
import java.util.Set;

/** Situations of a family in which a campaign may ask for documents. */
public enum Situation {
  /** Every family. */
  EVERYBODY,
  /** A family quotient was given. */
  QUOTIENT,
  /** A tax notice was given. */
  TAX,
  /** The two who live together have a notice each. */
  TWO_NOTICES,
  /** Neither quotient nor notice was given, and no official source may be asked. */
  NO_INCOME,
  /** The child lives with both parents in turn. */
  ALTERNATING,
  /** The child was entrusted to who applies. */
  ENTRUSTED,
  /** Few meals, for a medical reason. */
  HEALTH,
  /** No school vouches for the child yet. */
  NOT_IN_DIRECTORY;

  /**
   * Those that hold.
   *
   * @param answers to questions that were shown
   * @param known whether the directory knows the child
   */
  public static Set<Situation> of(Answers answers, boolean known) {
    Set<Situation> all = EnumSet.of(EVERYBODY);
    boolean quotient = answers.is("quotientKnown", "YES");
    boolean tax = answers.is("taxKnown", "YES");
    add(all, QUOTIENT, quotient);
    add(all, TAX, tax);
    add(all, TWO_NOTICES, answers.is("separateNotices", "YES"));
    add(all, NO_INCOME, !quotient && !tax && !answers.is(SourcePages.ACCOUNT, ME, PARTNER));
    add(all, ALTERNATING, answers.is("custody", "ALTERNATING"));
    add(all, ENTRUSTED, answers.is("custody", "ENTRUSTED"));
    add(all, HEALTH, answers.is("health", "YES"));
    add(all, NOT_IN_DIRECTORY, !known);
    return all;
  }

  private static void add(Set<Situation> all, Situation situation, boolean holds) {
    if (holds) {
      all.add(situation);
    }
  }
}
