package fr.gestmat.lending.control.offline;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** In the night, operations of desks and reservations that are long over go. */
@ApplicationScoped
public class DeskPurgeJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-desk-rows";

  @Inject private DeskPurge purge;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofHours(20);
  }

  @Override
  public OptionalInt hour() {
    return OptionalInt.of(4);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(2);
  }

  @Override
  public Optional<String> work() {
    int operations = 0;
    int reservations = 0;
    for (long authority : purge.authorities()) {
      DeskPurge.Removed removed;
      do {
        removed = purge.step(authority);
        operations += removed.operations();
        reservations += removed.reservations();
      } while (removed.mayBeMore());
    }
    return operations + reservations == 0
        ? Optional.empty()
        : Optional.of(operations + " operations, " + reservations + " reservations");
  }
}
