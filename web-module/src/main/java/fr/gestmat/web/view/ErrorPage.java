package fr.gestmat.web.view;

/**
 * What an error page says.
 *
 * @param title the key of its title
 * @param text the key of what happened, why, and what to do next
 * @param requestId the number to read out to whoever helps
 */
public record ErrorPage(String title, String text, String requestId) {

  /** What to say for a status. */
  static ErrorPage of(int status, String requestId) {
    String kind =
        switch (status) {
          case 401, 403, 404, 405, 410 -> "notFound";
          case 413 -> "tooLarge";
          case 429 -> "tooMany";
          case 502, 503, 504 -> "unavailable";
          default -> status < 500 ? "notUnderstood" : "failure";
        };
    return new ErrorPage("common.error." + kind, "common.error." + kind + ".text", requestId);
  }
}
