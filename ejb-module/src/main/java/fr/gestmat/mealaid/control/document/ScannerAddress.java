package fr.gestmat.mealaid.control.document;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Where clamd listens.
 *
 * @param written {@code host:port}, or the path of a Unix socket
 */
record ScannerAddress(String written) {

  /**
   * The socket's address.
   *
   * @throws UnknownHostException if nobody knows the host
   * @throws IllegalStateException if it is no address
   */
  SocketAddress socket() throws UnknownHostException {
    if (isLocal()) {
      return UnixDomainSocketAddress.of(Path.of(written));
    }
    int colon = written.lastIndexOf(':');
    if (colon < 1 || !written.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalStateException(
          "GESTMAT_CLAMD is neither host:port nor the path of a socket: " + written);
    }
    return new InetSocketAddress(
        InetAddress.getByName(written.substring(0, colon)),
        Integer.parseInt(written.substring(colon + 1)));
  }

  boolean isLocal() {
    return written.startsWith("/");
  }
}
