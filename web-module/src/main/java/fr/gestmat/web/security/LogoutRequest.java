package fr.gestmat.web.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The notice by which a portal says that somebody signed out of it (CAS Protocol 3.0 Specification,
 * section 2.3.3): the field {@code logoutRequest} of a form, or the XML as the whole body.
 */
final class LogoutRequest {

  private static final String FIELD = "logoutRequest=";

  private LogoutRequest() {}

  /** The ticket whose session is over; empty if the body is no such notice. */
  static Optional<String> ticket(String body) {
    return xml(body)
        .flatMap(SafeXml::root)
        .filter(root -> SafeXml.name(root).equals("LogoutRequest"))
        .flatMap(
            root ->
                SafeXml.children(root).stream()
                    .filter(child -> SafeXml.name(child).equals("SessionIndex"))
                    .map(Element::getTextContent)
                    .map(String::strip)
                    .filter(ticket -> !ticket.isEmpty())
                    .findFirst());
  }

  private static Optional<String> xml(String body) {
    String text = body.strip();
    if (text.startsWith("<")) {
      return Optional.of(text);
    }
    return Arrays.stream(text.split("&"))
        .filter(pair -> pair.startsWith(FIELD))
        .map(pair -> pair.substring(FIELD.length()))
        .findFirst()
        .flatMap(LogoutRequest::decoded);
  }

  private static Optional<String> decoded(String encoded) {
    try {
      return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
