package fr.gestmat.job.boundary;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Work that comes back by itself, implemented by the component that knows how to do it as a CDI
 * bean. One server at a time does it; administrators see its runs and may start it by hand.
 *
 * <p>It is called outside of any transaction and opens its own. It may be done twice without harm,
 * as a server can die between two of them.
 */
public interface PlannedJob {

  /** Stable name, at most 64 ASCII characters; its French name is {@code job.name.<name>}. */
  String name();

  /** Shortest time between two runs on all servers; looked at once a minute. */
  Duration every();

  /**
   * The hour of the day, by the server's clock, in which it begins by itself; empty for any. It may
   * be started by hand at any time.
   */
  default OptionalInt hour() {
    return OptionalInt.empty();
  }

  /** After which a silent server counts as dead: longer than the work ever takes. */
  Duration lease();

  /**
   * Does what there is to do.
   *
   * @return what was done; empty when there was nothing to do, and then no run is kept
   * @throws Exception if it can't; the run is then shown as failed, and the next one tries again
   */
  Optional<String> work() throws Exception;
}
