package fr.gestmat.web.lending.api;

/** What was sent is no request of ours; {@link MalformedBodyMapper} says which field is wrong. */
final class MalformedBodyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String fault;
  private final String field;

  /**
   * A fault of a body.
   *
   * @param fault {@code json}, {@code missing}, {@code form}, {@code long}, {@code count} or {@code
   *     size}: what is wrong
   * @param field name of the field, or an empty text
   */
  MalformedBodyException(String fault, String field) {
    super(fault + " " + field);
    this.fault = fault;
    this.field = field;
  }

  String fault() {
    return fault;
  }

  String field() {
    return field;
  }
}
