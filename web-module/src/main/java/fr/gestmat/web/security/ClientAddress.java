package fr.gestmat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request comes from: what the proxy in front of us wrote last into {@code
 * X-Forwarded-For}, which is the only entry that the caller cannot have made up, else the other end
 * of the connection (M-M13).
 */
public final class ClientAddress {

  private static final Pattern V4 =
      Pattern.compile(
          "((?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3})(:\\d+)?");
  private static final Pattern V6 =
      Pattern.compile("\\[?([0-9A-Fa-f:.]{2,45})](?::\\d+)?|([0-9A-Fa-f:.]{2,45})");

  private ClientAddress() {}

  /** Where a request comes from, as far as addresses are told apart. */
  public static String network(HttpServletRequest request) {
    return group(of(request));
  }

  /** The address, without a port. */
  static String of(HttpServletRequest request) {
    return of(Collections.list(request.getHeaders("X-Forwarded-For")), request.getRemoteAddr());
  }

  static String of(List<String> forwarded, String remote) {
    if (forwarded.isEmpty()) {
      return remote;
    }
    String all = forwarded.get(forwarded.size() - 1);
    return literal(all.substring(all.lastIndexOf(',') + 1).strip()).orElse(remote);
  }

  /**
   * What is counted together: an address, or the network of 64 bits that a household or a firm has
   * of IPv6, in which it may take any address it likes.
   */
  static String group(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /** Nothing but an address as it is written: no name is ever looked up. */
  private static Optional<String> literal(String written) {
    Matcher v4 = V4.matcher(written);
    if (v4.matches()) {
      return Optional.of(v4.group(1));
    }
    Matcher v6 = V6.matcher(written);
    if (!v6.matches()) {
      return Optional.empty();
    }
    String bare = v6.group(1) == null ? v6.group(2) : v6.group(1);
    return bare.indexOf(':') < 0 ? Optional.empty() : Optional.of(bare);
  }
}
