package fr.gestmat.mealaid.control.form;

import java.util.Set;

/**
 * What a campaign asks of the standard form; a new choice is a new version.
 *
 * @param income which figures of the income it asks for
 * @param extras what else it asks
 */
public record FormChoice(Income income, Set<Extra> extras) {

  /** Everything. */
  public static final FormChoice WHOLE = new FormChoice(Income.BOTH, Set.of(Extra.values()));

  /** Copies the extras. */
  public FormChoice {
    extras = Set.copyOf(extras);
  }

  /** Figures of the income. */
  public enum Income {
    /** The family quotient of the CAF or the MSA. */
    QUOTIENT,
    /** The tax notice. */
    TAX,
    /** One of them at least. */
    BOTH
  }

  /** Questions that may be left out. */
  public enum Extra {
    /** The number under which the CAF or the MSA knows the family. */
    ALLOWANCE,
    /** Whether few meals have a medical reason. */
    HEALTH,
    /** A telephone number. */
    PHONE,
    /** Whatever the family wants to add. */
    MESSAGE
  }

  /** Whether something is asked. */
  public boolean asks(Extra extra) {
    return extras.contains(extra);
  }
}
