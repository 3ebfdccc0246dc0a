package fr.gestmat.directory.control.feed;

/**
 * Something in a feed that a person must be told.
 *
 * @param place file and line
 * @param kind what is wrong; decides what becomes of the record
 * @param schoolKey the feed's key of the school that it concerns, empty if none
 * @param subject whom or what it is about (a key, a name), empty when the whole file is meant
 * @param detail the value that is wrong, shortened, or empty
 */
public record FeedProblem(
    FeedPlace place, ProblemKind kind, String schoolKey, String subject, String detail) {

  private static final int DETAIL_LIMIT = 200;

  /** Shortens the detail so that a hostile value cannot fill the report. */
  public FeedProblem {
    detail = shortened(detail);
    subject = shortened(subject);
  }

  private static String shortened(String text) {
    String clean = FeedText.clean(text);
    return clean.length() <= DETAIL_LIMIT ? clean : clean.substring(0, DETAIL_LIMIT - 1) + "…";
  }
}
