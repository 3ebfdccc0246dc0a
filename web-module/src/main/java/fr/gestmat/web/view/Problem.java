package fr.gestmat.web.view;

import jakarta.ws.rs.core.Response;

/**
 * A problem of the API, RFC 9457.
 *
 * @param title what happened, short
 * @param status the HTTP status
 * @param detail why, and what to do next
 * @param instance the number of the request, as the log has it
 */
public record Problem(String title, int status, String detail, String instance) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The answer that carries a problem. */
  public static Response response(int status, String title, String detail, String requestId) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(new Problem(title, status, detail, requestId))
        .build();
  }
}
