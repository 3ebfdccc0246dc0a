package fr.gestmat.mealaid.control.scale;

import java.util.List;

/**
 * Something that a check saw in a scale.
 *
 * @param severity whether it must be mended, or may be confirmed by a person
 * @param code what it is; the screens have a sentence for each
 * @param rows the brackets concerned, from 0
 * @param data what its sentence says, in its order
 */
public record Finding(Severity severity, Code code, List<Integer> rows, List<Object> data) {

  /** What a finding asks for. */
  public enum Severity {
    /** The scale can't be published like this. */
    ERROR,
    /** A person has to say that it is meant. */
    TO_CONFIRM
  }

  /** What can be seen. */
  public enum Code {
    /** There is no bracket. */
    NO_BRACKET(Severity.ERROR),
    /** The version has no start date. */
    NO_START(Severity.ERROR),
    /** The bounds of a bracket leave no figure between them: lower, upper. */
    EMPTY_BRACKET(Severity.ERROR),
    /** A rate of more than 100 percent: the rate. */
    RATE_OVER_100(Severity.ERROR),
    /** A bracket for a number of children in a scale that has no columns: the number. */
    COLUMN_UNEXPECTED(Severity.ERROR),
    /** A scale by number of children without columns. */
    NO_COLUMN(Severity.ERROR),
    /** Nothing for a number of children: the number. */
    COLUMN_GAP(Severity.ERROR),
    /** Figures without a bracket: the column (0: all), first and last figure; empty: no end. */
    HOLE(Severity.ERROR),
    /** Two brackets for the same figures: the column (0: all), first and last; empty: no end. */
    OVERLAP(Severity.ERROR),
    /** A bracket that earlier ones hide. */
    UNREACHABLE(Severity.ERROR),
    /** Several brackets without a limit for the same households: the column (0: all). */
    TWO_DEFAULTS(Severity.ERROR),
    /** Who has more gets more, or pays less: the column (0: all), value before, value after. */
    NOT_MONOTONE(Severity.TO_CONFIRM),
    /** More children get less, or pay more: fewer children, more children, figure, both values. */
    COLUMN_ORDER(Severity.TO_CONFIRM),
    /** A ceiling off the line of its neighbours: the column, the ceiling, what the line gives. */
    OUTLIER(Severity.TO_CONFIRM);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }
  }

  static Finding of(Code code, List<Integer> rows, Object... data) {
    return new Finding(code.severity, code, List.copyOf(rows), List.of(data));
  }

  /** Whether a scale can't be published with it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Names it in a form: it changes as soon as one of its brackets does. */
  public String key() {
    return code + ":" + rows + ":" + data;
  }
}
