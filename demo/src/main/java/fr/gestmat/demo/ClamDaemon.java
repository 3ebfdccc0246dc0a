package fr.gestmat.demo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The system's virus scanner (clamd of ClamAV) with one signature, that of the EICAR test file: a
 * trial shows what is found and what is not without the hundreds of megabytes of real signatures.
 * Needs nothing but the program of the package {@code clamav-daemon}.
 */
public final class ClamDaemon implements AutoCloseable {

  /** The test file of EICAR, in two parts, so that no scanner takes this program for it. */
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private ClamDaemon(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The program of this machine, if it is installed. */
  public static Optional<Path> program() {
    String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Arrays.stream(folders.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "clamd"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param folder of its own, made if need be
   * @param port a free port; it listens on this machine only
   * @throws IllegalStateException with the place of its log when it does not start
   */
  public static ClamDaemon start(Path program, Path folder, int port) throws IOException {
    Path signatures = Files.createDirectories(folder.resolve("signatures"));
    Files.writeString(
        signatures.resolve("eicar.ndb"),
        "Eicar-Test:0:*:"
            + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII))
            + "\n");
    Path log = folder.resolve("clamd.log");
    Path settings = folder.resolve("clamd.conf");
    Files.writeString(
        settings,
        String.join(
            "\n",
            "Foreground yes",
            "LogTime yes",
            "TCPAddr 127.0.0.1",
            "TCPSocket " + port,
            "DatabaseDirectory " + signatures,
            "TemporaryDirectory " + Files.createDirectories(folder.resolve("tmp")),
            "StreamMaxLength 25M",
            ""));
    Process process =
        new ProcessBuilder(program.toString(), "--config-file=" + settings)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ClamDaemon daemon = new ClamDaemon(process, port);
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!daemon.answers()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        daemon.close();
        throw new IllegalStateException("clamd did not start; its log is " + log);
      }
      pause();
    }
    return daemon;
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Where it listens, as GESTMAT_CLAMD wants it. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      socket.setSoTimeout(2_000);
      OutputStream out = socket.getOutputStream();
      out.write("zPING\0".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("PONG");
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Stops it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /** The test file itself, for tests. */
  public static byte[] eicar() {
    return EICAR.getBytes(StandardCharsets.US_ASCII);
  }
}
