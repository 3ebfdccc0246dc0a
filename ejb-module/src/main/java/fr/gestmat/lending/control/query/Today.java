package fr.gestmat.lending.control.query;

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
public class Today {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** The day in the authority's time zone. */
  public LocalDate in(long authorityId) {
    return LocalDate.ofInstant(clock.instant(), zone(authorityId));
  }

  /** The authority's time zone. */
  public ZoneId zone(long authorityId) {
    return ZoneId.of(entities.find(LocalAuthority.class, authorityId).timeZone());
  }
}
