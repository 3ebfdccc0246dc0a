package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that stops in the middle of a file is given up. */
class WatchedStreamTest {

  @TempDir private Path folder;

  private ObjectBytes bytes(ServerSocket server) throws IOException {
    ObjectStore store =
        ObjectStore.of(
                Map.of(
                    "GESTMAT_S3_BUCKET",
                    "http://127.0.0.1:" + server.getLocalPort() + "/files",
                    "GESTMAT_S3_ACCESS_KEY",
                    "a",
                    "GESTMAT_S3_SECRET_KEY",
                    "b"))
            .orElseThrow();
    return new ObjectBytes(
        store, new DataFolder(folder), Clock.systemUTC(), Duration.ofMillis(500));
  }

  private static void answer(ServerSocket server, int length, CountDownLatch over) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read(new byte[8_192]);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nhello")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      over.await();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Timeout(30)
  void a_body_that_stops_is_an_error_and_one_that_ends_is_not() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ObjectBytes bytes = bytes(server);
      CompletableFuture.runAsync(() -> answer(server, 5, over));
      try (InputStream whole = bytes.open(UUID.randomUUID())) {
        assertThat(whole.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
      }
      over.countDown();
    }
    CountDownLatch never = new CountDownLatch(1);
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ObjectBytes bytes = bytes(server);
      CompletableFuture.runAsync(() -> answer(server, 1_000, never));
      try (InputStream part = bytes.open(UUID.randomUUID())) {
        assertThat(part.readNBytes(5)).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
        assertThatThrownBy(() -> part.readAllBytes()).isInstanceOf(IOException.class);
      }
    } finally {
      never.countDown();
    }
  }
}
