package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.Portal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks a portal's CAS server who came with a ticket. */
@ApplicationScoped
public class CasClient {

  private static final Logger LOG = System.getLogger(CasClient.class.getName());
  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final Duration TO_ANSWER = Duration.ofSeconds(6);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Where a browser goes to sign on for a service. */
  URI signInAddress(Portal portal, URI service) {
    return URI.create(portal.baseUrl() + "/login?service=" + encoded(service.toString()));
  }

  /** Where a browser goes to sign out of the portal as well. */
  URI signOutAddress(Portal portal) {
    return URI.create(portal.baseUrl() + "/logout");
  }

  /** What the portal says of a ticket; empty if it does not answer within seconds. */
  Optional<CasAnswer> validate(Portal portal, URI service, String ticket) {
    URI address =
        URI.create(
            portal.baseUrl()
                + portal.protocol().validationPath()
                + "?service="
                + encoded(service.toString())
                + "&ticket="
                + encoded(ticket));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TO_ANSWER)
            .header("Accept", "application/xml, text/xml")
            .build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() >= 500) {
          LOG.log(Level.WARNING, "portal {0} answers {1}", portal.key(), response.statusCode());
          return Optional.empty();
        }
        return Optional.of(
            CasAnswer.read(
                new String(body.readNBytes(SafeXml.LONGEST + 1), StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "portal " + portal.key() + " does not answer", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
