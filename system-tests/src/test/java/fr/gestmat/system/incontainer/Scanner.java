package fr.gestmat.system.incontainer;

import fr.gestmat.demo.ClamDaemon;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The virus scanner where the server under test looks for it: a real clamd, or nobody. */
final class Scanner {

  private static @Nullable ClamDaemon running;

  private Scanner() {}

  /** Starts it, unless it runs. */
  static synchronized void there() throws IOException {
    if (running == null) {
      String address = System.getenv("GESTMAT_CLAMD");
      ClamDaemon started =
          ClamDaemon.start(
              ClamDaemon.program()
                  .orElseThrow(() -> new IllegalStateException("clamd is not installed")),
              Path.of(System.getenv("GESTMAT_DATA_DIR")).resolve("clamd"),
              Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      running = started;
    }
  }

  /** Stops it, if it runs. */
  static synchronized void away() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
