package fr.gestmat.mealaid.control.application;

import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Every night, removes drafts in which nobody ever typed anything for two weeks (M-I08). */
@ApplicationScoped
public class EmptyDrafts implements PlannedJob {

  private static final Duration LIFE = Duration.ofDays(14);

  @Inject private EmptyDraftRows rows;

  @Override
  public String name() {
    return "aid-empty-drafts";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(1);
  }

  @Override
  public Optional<String> work() {
    int gone = rows.forget(LIFE);
    return gone == 0 ? Optional.empty() : Optional.of(gone + " drafts");
  }

  /** Removes the rows. */
  @ApplicationScoped
  public static class EmptyDraftRows {

    @PersistenceContext private EntityManager entities;
    @Inject private Clock clock;

    /** Removes untouched drafts that are older than that. */
    @InTransaction(ofItsOwn = true)
    public int forget(Duration life) {
      return entities
          .createNativeQuery(
              "delete from aid_application where state = 'DRAFT' and draft_saved_at is null"
                  + " and created_at < ?")
          .setParameter(1, LocalDateTime.ofInstant(clock.instant().minus(life), ZoneOffset.UTC))
          .executeUpdate();
    }
  }
}
