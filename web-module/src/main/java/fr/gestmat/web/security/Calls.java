package fr.gestmat.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of caller waits for the answer. */
final class Calls {

  private Calls() {}

  /** Whether a script or another system waits for data, not a person for a page. */
  static boolean fromScript(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/")
        || request.getHeader(ForgeryFilter.HEADER) != null
        || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
  }
}
