package fr.gestmat.reports.label;

/**
 * A label that was left out of the sheets, and why.
 *
 * @param label the label as it was asked for
 * @param reason why it cannot be printed
 */
public record Unprintable(Label label, Reason reason) {

  /** Why a code cannot become a label. */
  public enum Reason {
    /** There is no code. */
    EMPTY,
    /**
     * The code holds a character that a scanner cannot type reliably, in any symbology: only
     * letters without accents, digits, ASCII punctuation and inner blanks are allowed.
     */
    CHARACTER,
    /** At the smallest legible size the symbol or its text is larger than the label. */
    TOO_LONG
  }
}
