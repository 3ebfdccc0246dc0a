package fr.gestmat.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The address under which browsers and portals know us: {@code GESTMAT_PUBLIC_URL}. Never taken
 * from the request, whose Host header anybody can write, except on the machine itself.
 */
@ApplicationScoped
public class PublicAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Optional<URI> configured;

  /** By the environment. */
  public PublicAddress() {
    this(Optional.ofNullable(System.getenv("GESTMAT_PUBLIC_URL")));
  }

  PublicAddress(Optional<String> setting) {
    this.configured =
        setting
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> URI.create(text.replaceAll("/+$", "")));
  }

  /**
   * Scheme, host and port, without a final slash.
   *
   * @throws IllegalStateException if GESTMAT_PUBLIC_URL is missing and the request did not come to
   *     this machine by its local name
   */
  public URI origin(HttpServletRequest request) {
    return configured.orElseGet(
        () -> {
          if (!THIS_MACHINE.contains(request.getServerName())) {
            throw new IllegalStateException(
                "Set GESTMAT_PUBLIC_URL to the address of this service");
          }
          return requested(request);
        });
  }

  /** Whether browsers reach us over https. */
  public boolean secure(HttpServletRequest request) {
    return configured
        .map(address -> "https".equals(address.getScheme()))
        .orElse(request.isSecure());
  }

  /** Whether an Origin header names this site, by its public name or by the one in the address. */
  boolean names(HttpServletRequest request, String origin) {
    return configured.map(address -> address.toString().equalsIgnoreCase(origin)).orElse(false)
        || requested(request).toString().equalsIgnoreCase(origin);
  }

  private static URI requested(HttpServletRequest request) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse(request.getServerName());
    return URI.create(request.getScheme() + "://" + host);
  }
}
