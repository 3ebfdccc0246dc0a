package fr.gestmat.job.boundary;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * When and how a job comes back by itself.
 *
 * @param name stable name, at most 64 ASCII characters; its French name is {@code job.name.<name>}
 * @param every shortest time between two runs on all servers; looked at once a minute
 * @param lease after which a silent server counts as dead: longer than the work ever takes
 * @param hour the hour of the day, by the server's clock, in which it begins by itself; empty for
 *     any. It may be started by hand at any time.
 */
public record JobPlan(String name, Duration every, Duration lease, OptionalInt hour) {

  /** A job that begins at any hour. */
  public JobPlan(String name, Duration every, Duration lease) {
    this(name, every, lease, OptionalInt.empty());
  }

  /** The same at one hour of the day, 0 to 23. */
  public JobPlan at(int hourOfDay) {
    return new JobPlan(name, every, lease, OptionalInt.of(hourOfDay));
  }
}
