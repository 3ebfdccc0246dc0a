package fr.gestmat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Free TCP ports of this machine. */
public final class Ports {

  private Ports() {}

  /** Whether a server could listen on this port now, on every address. */
  public static boolean isFree(int port) {
    try (ServerSocket everywhere = new ServerSocket();
        ServerSocket loopback = new ServerSocket()) {
      everywhere.bind(new InetSocketAddress(port));
      everywhere.close();
      loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first free port from this one on. */
  public static int firstFreeFrom(int port) {
    for (int candidate = port; candidate <= 65_535; candidate++) {
      if (isFree(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no free port from " + port + " on");
  }

  /** Any free port, chosen by the system. */
  public static int any() {
    return any(1)[0];
  }

  /** Several free ports, no two the same. */
  static int[] any(int count) {
    int[] ports = new int[count];
    ServerSocket[] held = new ServerSocket[count];
    try {
      for (int i = 0; i < count; i++) {
        held[i] = new ServerSocket(0);
        ports[i] = held[i].getLocalPort();
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
