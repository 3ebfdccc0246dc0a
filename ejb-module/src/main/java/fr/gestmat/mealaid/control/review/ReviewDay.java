package fr.gestmat.mealaid.control.review;

import fr.gestmat.directory.entity.LocalAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that it is for an authority. */
@ApplicationScoped
public class ReviewDay {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** The day in the authority's time zone. */
  public LocalDate today(long authority) {
    return LocalDate.ofInstant(clock.instant(), zone(authority));
  }

  /** The authority's time zone. */
  public ZoneId zone(long authority) {
    return ZoneId.of(entities.find(LocalAuthority.class, authority).timeZone());
  }
}
