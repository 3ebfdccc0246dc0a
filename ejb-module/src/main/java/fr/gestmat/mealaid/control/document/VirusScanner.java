package fr.gestmat.mealaid.control.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The virus scanner of this server's environment: clamd, at GESTMAT_CLAMD. */
@ApplicationScoped
public class VirusScanner {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PING_PATIENCE = Duration.ofSeconds(2);
  private static final long ASKED_AGAIN_NANOS = 20_000_000_000L;

  private final Optional<ScannerAddress> address;
  private volatile Known known = new Known(Status.AWAY, System.nanoTime() - ASKED_AGAIN_NANOS);

  /** What is known of it. */
  public enum Status {
    /** It answers. */
    THERE,
    /** It does not: documents wait, families do not. */
    AWAY,
    /** None was set up: documents wait for ever. */
    NOT_SET
  }

  private record Known(Status status, long at) {}

  /** The scanner of this server's environment. */
  public VirusScanner() {
    this(
        Optional.ofNullable(System.getenv("GESTMAT_CLAMD"))
            .map(String::strip)
            .filter(s -> !s.isEmpty()));
  }

  /** One at an address, for tests. */
  VirusScanner(Optional<String> written) {
    this.address = written.map(ScannerAddress::new);
  }

  /** Whether it is there; asked at most every 20 seconds. */
  public Status status() {
    if (address.isEmpty()) {
      return Status.NOT_SET;
    }
    Known last = known;
    if (System.nanoTime() - last.at() < ASKED_AGAIN_NANOS) {
      return last.status();
    }
    boolean there = new Clamd(address.get(), PING_PATIENCE).isThere();
    return say(there ? Status.THERE : Status.AWAY);
  }

  /**
   * Has a file scanned.
   *
   * @return what it says; empty if it is not there
   * @throws IOException if the file cannot be read
   */
  Optional<Clamd.Verdict> scan(Path file) throws IOException {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream content = Files.newInputStream(file)) {
      Clamd.Verdict verdict = new Clamd(address.get(), PATIENCE).scan(content);
      say(Status.THERE);
      return Optional.of(verdict);
    } catch (Clamd.ContentException e) {
      throw e;
    } catch (IOException e) {
      say(Status.AWAY);
      return Optional.empty();
    }
  }

  private Status say(Status status) {
    known = new Known(status, System.nanoTime());
    return status;
  }
}
