package fr.gestmat.system.incontainer;

import fr.gestmat.demo.ClamDaemon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The virus scanner where the server under test looks for it: a real clamd, or nobody. It outlives
 * the tests that started it, as the server does, which keeps its process id for the next ones.
 */
final class Scanner {

  private static final String PROCESS = "gestmat.test.clamd";

  private Scanner() {}

  /** Starts it, unless it runs. */
  static synchronized void there() throws IOException {
    if (running().isEmpty()) {
      String address = System.getenv("GESTMAT_CLAMD");
      ClamDaemon started =
          ClamDaemon.start(
              ClamDaemon.program()
                  .orElseThrow(() -> new IllegalStateException("clamd is not installed")),
              Path.of(System.getenv("GESTMAT_DATA_DIR")).resolve("clamd"),
              Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
      System.setProperty(PROCESS, Long.toString(started.pid()));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    }
  }

  /** Stops it, if it runs. */
  static synchronized void away() {
    running()
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().join();
            });
  }

  private static Optional<ProcessHandle> running() {
    return Optional.ofNullable(System.getProperty(PROCESS))
        .map(Long::valueOf)
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive);
  }
}
