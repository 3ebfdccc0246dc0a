package fr.gestmat.demo.ent;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells services that a person signed out of the portal (CAS Protocol 3.0 Specification, section
 * 2.3.3).
 */
final class LogoutNotice {
  private static final Logger LOG = Logger.getLogger(LogoutNotice.class.getName());
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Clock clock;

  LogoutNotice(Clock clock) {
    this.clock = clock;
  }

  /** Posts one notice; a service that does not answer is logged and left alone. */
  void send(ServiceTickets.Ticket ticket, LogoutForm form) {
    String xml = xml(ticket.id());
    String body =
        form == LogoutForm.BODY
            ? xml
            : "logoutRequest=" + URLEncoder.encode(xml, StandardCharsets.UTF_8);
    String type =
        form == LogoutForm.BODY ? "text/xml; charset=utf-8" : "application/x-www-form-urlencoded";
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(ticket.service()))
              .timeout(Duration.ofSeconds(5))
              .header("Content-Type", type)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      LOG.log(Level.FINE, "sign-out told to {0}: {1}", new Object[] {ticket.service(), status});
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "sign-out not told to " + ticket.service(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String xml(String ticket) {
    return """
    <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-%s" \
    Version="2.0" IssueInstant="%s"><saml:NameID \
    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>\
    <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>"""
        .formatted(UUID.randomUUID(), clock.instant(), Xml.escape(ticket));
  }
}
