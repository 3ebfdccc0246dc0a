package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.directory.entity.LocalAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock on an authority's wall. */
@ApplicationScoped
public class AuthorityTime {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Its time zone. */
  public ZoneId zone(long authority) {
    return ZoneId.of(entities.find(LocalAuthority.class, authority).timeZone());
  }

  /** The day that it is there. */
  public LocalDate today(long authority) {
    return LocalDate.ofInstant(clock.instant(), zone(authority));
  }

  /** What came on paper counts as of the end of its day, whenever somebody types it. */
  public static Instant counted(LocalDate day, Instant typedAt, ZoneId zone) {
    Instant lastOfDay = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    return lastOfDay.isBefore(typedAt) ? lastOfDay : typedAt;
  }

  /** What it is called. */
  public String name(long authority) {
    return entities.find(LocalAuthority.class, authority).name();
  }
}
