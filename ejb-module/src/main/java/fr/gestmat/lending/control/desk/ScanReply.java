package fr.gestmat.lending.control.desk;

/** What becomes of a scan or an undo that was sent. */
public sealed interface ScanReply {

  /**
   * Decided.
   *
   * @param answer the answer
   */
  record Answered(ScanAnswer answer) implements ScanReply {}

  /** No such school or scan, or no right there: the two look alike. */
  record NotThere() implements ScanReply {}

  /** Another scan was answered under this id; nothing was done. */
  record SameIdOtherBody() implements ScanReply {}
}
