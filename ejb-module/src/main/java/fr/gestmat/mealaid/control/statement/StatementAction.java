package fr.gestmat.mealaid.control.statement;

/** What the journal says of statements. */
public enum StatementAction {
  /** Computed, or computed anew. */
  STATEMENT_COMPUTED,
  /** The statements of all schools were asked for. */
  STATEMENTS_ORDERED,
  /** A line in error was computed again. */
  STATEMENT_LINE_REPLAYED,
  /** Found right by the school, or for it. */
  STATEMENT_CHECKED,
  /** Made final, with its number. */
  STATEMENT_CLOSED,
  /** The days that a child spent in each school were put right. */
  STATEMENT_STAYS_CORRECTED,
  /** Taken away as a file. */
  STATEMENT_DOWNLOADED
}
