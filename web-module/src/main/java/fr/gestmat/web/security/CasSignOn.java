package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.Portal;
import fr.gestmat.identity.boundary.SignOn;
import fr.gestmat.identity.boundary.SignOnAttributes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Signing on through a portal's CAS server. The address to which the portal sends people back
 * carries where they wanted to go and this browser's seal: a ticket that somebody else obtained and
 * slips to a person opens nothing, and the portal's tile, which starts with a ticket of its own, is
 * sent round once more.
 */
@RequestScoped
public class CasSignOn {

  @Inject private HttpServletRequest request;
  @Inject private PublicAddress address;
  @Inject private BrowserSession browser;
  @Inject private CasClient client;
  @Inject private SignOn signOn;

  /** How an arrival ends. */
  public sealed interface Arrival {

    /**
     * Signed on.
     *
     * @param secret of the new session
     */
    record Welcome(String secret) implements Arrival {}

    /** The portal does not know the ticket, or what it says makes no sense. */
    record Refused() implements Arrival {}

    /** The portal does not answer. */
    record Unreachable() implements Arrival {}
  }

  /**
   * Where the portal is asked who comes.
   *
   * @param wanted path to open afterwards
   * @param again whether this is the second try with a ticket that was not asked for here
   */
  public URI start(Portal portal, String wanted, boolean again) {
    return client.signInAddress(portal, service(portal, wanted, again));
  }

  /** Where one signs out of the portal itself. */
  public URI signOutAddress(Portal portal) {
    return client.signOutAddress(portal);
  }

  /** Whether this browser asked for what comes back. */
  public boolean asked(Portal portal, String wanted, String seal) {
    return browser.sealed(sealedText(portal, wanted), seal);
  }

  /** Asks the portal who came with a ticket and signs that person on. */
  public Arrival arrive(Portal portal, String wanted, boolean again, String ticket) {
    Optional<CasAnswer> answer = client.validate(portal, service(portal, wanted, again), ticket);
    if (answer.isEmpty()) {
      return new Arrival.Unreachable();
    }
    if (!(answer.get() instanceof CasAnswer.Success success)) {
      return new Arrival.Refused();
    }
    Optional<SignOnAttributes> attributes = EntAttributes.of(success, portal.personIdAttribute());
    return attributes
        .flatMap(person -> signOn.arrive(portal.key(), person, ticket))
        .<Arrival>map(Arrival.Welcome::new)
        .orElseGet(Arrival.Refused::new);
  }

  /** The portal says that somebody signed out; anything else in the body is ignored. */
  public void signedOut(String portalKey, InputStream body) throws IOException {
    String text = new String(body.readNBytes(SafeXml.LONGEST), StandardCharsets.UTF_8);
    LogoutRequest.ticket(text).ifPresent(ticket -> signOn.portalSignedOut(portalKey, ticket));
  }

  private URI service(Portal portal, String wanted, boolean again) {
    UriBuilder service =
        UriBuilder.fromUri(address.origin(request))
            .path("connexion/ent/{key}")
            .queryParam("suite", "{wanted}")
            .queryParam("sceau", "{seal}");
    if (again) {
      service.queryParam("essai", "2");
    }
    return service.build(portal.key(), wanted, browser.seal(sealedText(portal, wanted)).orElse(""));
  }

  private static String sealedText(Portal portal, String wanted) {
    return portal.key() + "\n" + wanted;
  }
}
