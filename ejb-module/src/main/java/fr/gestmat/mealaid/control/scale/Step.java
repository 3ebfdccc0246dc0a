package fr.gestmat.mealaid.control.scale;

import java.util.List;

/**
 * A step of how a result was found; the screens have a sentence for each code.
 *
 * @param code which
 * @param data what its sentence says, in its order: amounts, numbers, names of constants
 */
public record Step(Code code, List<Object> data) {

  /** What a step says, with its data. */
  public enum Code {
    /** The family quotient: the quotient. */
    QUOTIENT,
    /** The tax income of the year: the income. */
    INCOME,
    /** A month of it: the year's income, the month's. */
    MONTHLY_INCOME,
    /** The income by share: the income (of the scale's period), the shares, the quotient. */
    INCOME_BY_SHARE,
    /** The column of the number of children: the children. */
    COLUMN,
    /** More children than columns: the children, the last column. */
    LAST_COLUMN,
    /** The family gives no figures, and is taken for one of the highest incomes. */
    WITHHELD,
    /** A condition is fulfilled: its kind, its number. */
    CONDITION_MET,
    /** A bracket would fit but for its condition: its kind, its number. */
    CONDITION_NOT_MET,
    /** The bracket: its label, lower bound, upper bound (empty texts for none), bound style. */
    BRACKET,
    /** A share of the figure: percent, figure, result before the bounds, least, most. */
    EFFORT,
    /** No bracket fits: the figure. */
    NO_RULE,
    /** No column fits: the children. */
    NO_COLUMN,
    /** Something is not known: which {@link Missing}. */
    MISSING
  }

  static Step of(Code code, Object... data) {
    return new Step(code, List.of(data));
  }
}
