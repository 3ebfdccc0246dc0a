package fr.gestmat.web.view;

import fr.gestmat.journal.control.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The number that a person can read out to us, and under which the log holds the request. */
final class RequestIds {

  private static final String ATTRIBUTE = "gestmat.requestId";

  private RequestIds() {}

  /** The number of a request; given now to one that reached no filter of ours. */
  static String of(HttpServletRequest request) {
    String known = RequestId.current();
    if (known != null) {
      return known;
    }
    if (request.getAttribute(ATTRIBUTE) instanceof String given) {
      return given;
    }
    String fresh = UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, fresh);
    return fresh;
  }
}
