package fr.gestmat.web.mealaid.review;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A letter as it is sent to a browser: shown, never kept by it. */
final class Pdf {

  private Pdf() {}

  /** The answer; the name is of ASCII letters. */
  static Response of(byte[] content, String name) {
    return Response.ok(content, "application/pdf")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
