package fr.gestmat.mealaid.control.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A daemon that breaks off, hangs or is not there never makes a file clean. */
class ClamdTest {

  private static final Duration SOON = Duration.ofMillis(300);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "stream: OK, Clean",
    "stream: Eicar-Test.UNOFFICIAL FOUND, Infected",
    "INSTREAM size limit exceeded. ERROR, Failed",
    "stream: Can't allocate memory ERROR, Failed",
    "OK, Failed",
    "stream: OK FOUND, Infected"
  })
  void understandsAnswers(String answer, String verdict) {
    assertThat(Clamd.verdict(answer).getClass().getSimpleName()).isEqualTo(verdict);
  }

  /** One connection is taken; what happens then is the test's. */
  private interface Behaviour {
    void with(Socket client) throws IOException;
  }

  private static Clamd daemon(ServerSocket socket, Behaviour behaviour) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket client = socket.accept()) {
                behaviour.with(client);
              } catch (IOException e) {
                // The test has its answer already.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return new Clamd(new ScannerAddress("127.0.0.1:" + socket.getLocalPort()), SOON);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }

  private static InputStream content(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }

  @Test
  @DisplayName("M-G05 a daemon that hangs is no clean file")
  void hanging() throws IOException {
    try (ServerSocket socket = listen()) {
      Clamd clamd = daemon(socket, client -> client.getInputStream().transferTo(OutputSink.NONE));
      assertThatThrownBy(() -> clamd.scan(content(10))).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  @DisplayName("M-G05 a daemon that closes without a word is away, and the file waits")
  void closing() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[10]);
    int all = 10 + 4 + 10 + 4;
    for (int taken : new int[] {0, 10, all}) {
      try (ServerSocket socket = listen()) {
        Clamd clamd = daemon(socket, client -> client.getInputStream().readNBytes(taken));
        assertThatThrownBy(() -> clamd.scan(content(10)))
            .as("after %s bytes", taken)
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(Clamd.ContentException.class);
      }
      try (ServerSocket socket = listen()) {
        daemon(socket, client -> client.getInputStream().readNBytes(taken));
        VirusScanner scanner = new VirusScanner(Optional.of("127.0.0.1:" + socket.getLocalPort()));
        assertThat(scanner.scan(file)).isEmpty();
        assertThat(scanner.status()).isEqualTo(VirusScanner.Status.AWAY);
      }
    }
  }

  @Test
  void sendsTheFileInPiecesAndReadsTheAnswer() throws IOException {
    try (ServerSocket socket = listen()) {
      Path seen = folder.resolve("seen");
      Clamd clamd =
          daemon(
              socket,
              client -> {
                InputStream in = client.getInputStream();
                byte[] all = in.readNBytes(10 + 2 * 4 + 100_000 + 4);
                Files.write(seen, all);
                client.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.UTF_8));
              });
      assertThat(clamd.scan(content(100_000))).isInstanceOf(Clamd.Verdict.Clean.class);
      byte[] all = Files.readAllBytes(seen);
      assertThat(new String(all, 0, 10, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
      assertThat(all).endsWith(0, 0, 0, 0);
    }
  }

  @Test
  @DisplayName("M-G05 nobody there: the file waits, and the state is said")
  void away() throws IOException {
    int free;
    try (ServerSocket socket = listen()) {
      free = socket.getLocalPort();
    }
    Path file = Files.write(folder.resolve("file"), new byte[10]);
    VirusScanner scanner = new VirusScanner(Optional.of("127.0.0.1:" + free));
    assertThat(scanner.scan(file)).isEmpty();
    assertThat(scanner.status()).isEqualTo(VirusScanner.Status.AWAY);
    VirusScanner unix = new VirusScanner(Optional.of(folder.resolve("no.sock").toString()));
    assertThat(unix.scan(file)).isEmpty();
    VirusScanner none = new VirusScanner(Optional.empty());
    assertThat(none.scan(file)).isEmpty();
    assertThat(none.status()).isEqualTo(VirusScanner.Status.NOT_SET);
  }

  /** Takes everything. */
  private static final class OutputSink extends java.io.OutputStream {
    private static final OutputSink NONE = new OutputSink();

    @Override
    public void write(int b) {
      // Gone.
    }
  }
}
