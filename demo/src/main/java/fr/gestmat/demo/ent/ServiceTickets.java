package fr.gestmat.demo.ent;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sign-ons of the portal and the tickets given for them. A ticket is good once, for the service
 * it was given for, for a short time (CAS Protocol 3.0 Specification, section 3.1.1).
 */
final class ServiceTickets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Somebody signed on to the portal in one browser.
   *
   * @param person who
   * @param options how the portal speaks for this sign-on
   * @param granted tickets given so far, to be told at sign-out
   */
  record SignOn(EntPerson person, EntOptions options, List<Ticket> granted) {}

  /**
   * What a service shows to learn who came.
   *
   * @param id the secret itself
   * @param service for which service it is
   * @param issuedAt when it was given
   */
  record Ticket(String id, String service, Instant issuedAt) {}

  private record Pending(Ticket ticket, SignOn signOn) {}

  private final Clock clock;
  private final Duration life;
  private final Map<String, SignOn> signOns = new ConcurrentHashMap<>();
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  ServiceTickets(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  /** Signs a person on and answers the cookie that stands for it. */
  String signOn(EntPerson person, EntOptions options) {
    String cookie = "TGT-" + secret();
    signOns.put(
        cookie, new SignOn(person, options, new java.util.concurrent.CopyOnWriteArrayList<>()));
    return cookie;
  }

  /** The sign-on of a cookie, empty once signed out. */
  Optional<SignOn> find(Optional<String> cookie) {
    return cookie.map(signOns::get);
  }

  /** Ends a sign-on and answers it, so that services can be told. */
  Optional<SignOn> signOut(Optional<String> cookie) {
    return cookie.map(signOns::remove);
  }

  /** A new ticket for a service. */
  Ticket grant(SignOn signOn, String service) {
    Ticket ticket = new Ticket("ST-" + secret(), service, clock.instant());
    signOn.granted().add(ticket);
    pending.put(ticket.id(), new Pending(ticket, signOn));
    return ticket;
  }

  /** Whom a ticket stands for; whatever the answer, the ticket is spent. */
  Optional<SignOn> redeem(String id, String service) {
    return Optional.ofNullable(pending.remove(id))
        .filter(found -> found.ticket().service().equals(service))
        .filter(found -> clock.instant().isBefore(found.ticket().issuedAt().plus(life)))
        .map(Pending::signOn);
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
