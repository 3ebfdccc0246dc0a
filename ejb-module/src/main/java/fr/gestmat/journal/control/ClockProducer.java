package fr.gestmat.journal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of time: everything that needs "now" injects this clock, so that tests set it. */
@ApplicationScoped
public class ClockProducer {

  /** The system's clock in UTC; a local date is asked of it with the authority's time zone. */
  @Produces
  @ApplicationScoped
  public Clock clock() {
    return Clock.systemUTC();
  }
}
