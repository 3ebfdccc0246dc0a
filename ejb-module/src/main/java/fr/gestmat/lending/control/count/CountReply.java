package fr.gestmat.lending.control.count;

/** What becomes of a scan that was sent to a count. */
public sealed interface CountReply {

  /**
   * Decided.
   *
   * @param answer the answer
   */
  record Answered(CountAnswer answer) implements CountReply {}

  /** No such count for the caller, or the caller does not scan for it: the two look alike. */
  record NotThere() implements CountReply {}

  /** Another scan was answered under this id; nothing was done. */
  record SameIdOtherBody() implements CountReply {}
}
