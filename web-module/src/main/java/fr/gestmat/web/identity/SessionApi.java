package fr.gestmat.web.identity;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.SignedOn;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed on in this browser: what a page that runs for hours asks after a 401 or 403, to go
 * on with a fresh token, and to notice that somebody else sits at the desk.
 */
@Path("api/v1/session")
@RequestScoped
@OpenTo(Role.SIGNED_ON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionApi {

  @Inject private BrowserSession browser;

  @Inject private Clock clock;

  /** Who calls, and the token for what they send. */
  @GET
  public Session session() {
    SignedOn signedOn = browser.signedOn().orElseThrow(NotFoundException::new);
    return new Session(
        signedOn.caller().accountPublicId().toString(),
        signedOn.caller().name(),
        Optional.of(signedOn.csrf()).filter(token -> !token.isEmpty()),
        signedOn.schools().stream().map(one -> new School(one.uai(), one.name())).toList(),
        clock.instant().toString());
  }

  /**
   * A session.
   *
   * @param accountId public id of who is signed on; scans that wait at a desk belong to it
   * @param name their name
   * @param csrfToken to send back in {@code X-CSRF-Token}; absent for an API token
   * @param schools where they hold a role
   * @param serverTime the server's clock, to measure how far the desk's is off
   */
  public record Session(
      String accountId,
      String name,
      Optional<String> csrfToken,
      List<School> schools,
      String serverTime) {}

  /**
   * A school.
   *
   * @param uai national identifier
   * @param name its name
   */
  public record School(String uai, String name) {}
}
