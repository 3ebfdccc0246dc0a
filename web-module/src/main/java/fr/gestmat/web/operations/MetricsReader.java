package fr.gestmat.web.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Who may read the figures: a program on this machine, or one that sends the configured password by
 * Basic authentication (RFC 7617) with any name. A request that a proxy passed on is not of this
 * machine, wherever the proxy runs.
 */
final class MetricsReader {

  private static final String BASIC = "Basic ";

  private final Optional<String> password;

  MetricsReader(Optional<String> password) {
    this.password = password.filter(secret -> !secret.isBlank());
  }

  boolean mayRead(String remoteAddress, boolean forwarded, Optional<String> authorization) {
    return (!forwarded && isLoopback(remoteAddress)) || isPassword(authorization);
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private boolean isPassword(Optional<String> authorization) {
    return password.isPresent()
        && authorization
            .filter(header -> header.startsWith(BASIC))
            .flatMap(header -> decoded(header.substring(BASIC.length())))
            .map(pair -> pair.substring(pair.indexOf(':') + 1))
            .filter(
                given ->
                    MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        password.get().getBytes(StandardCharsets.UTF_8)))
            .isPresent();
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
