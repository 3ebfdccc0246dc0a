package fr.gestmat.mealaid.control.statement;

import fr.gestmat.directory.entity.LocalAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What time it is for an authority. */
@ApplicationScoped
public class StatementDay {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** This moment. */
  public Instant now() {
    return clock.instant();
  }

  /** The authority's time zone. */
  public ZoneId zone(long authority) {
    return ZoneId.of(entities.find(LocalAuthority.class, authority).timeZone());
  }

  /** The year in which a number is given now. */
  public int year(long authority) {
    return LocalDate.ofInstant(clock.instant(), zone(authority)).getYear();
  }
}
