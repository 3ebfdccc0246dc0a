package fr.gestmat.lending.control.reminder;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes closed loans forget their pupils, once, after as many months as the policy in force says,
 * and keeps what is counted (L101).
 */
@ApplicationScoped
public class Forgetting {

  private static final int AT_ONCE = 500;

  @Inject private ReadModel database;
  @Inject private PolicyRows policies;
  @Inject private Today today;
  @Inject private Journal journal;
  @Inject @Any private Instance<RetentionVeto> vetoes;
  @Inject private Clock clock;

  /**
   * What a batch did.
   *
   * @param forgotten how many loans
   * @param last the last loan that was looked at; empty at the end
   */
  public record Done(int forgotten, Optional<Long> last) {}

  /**
   * Lets the next closed loans forget.
   *
   * @param after the last loan of the batch before
   */
  @InTransaction(ofItsOwn = true)
  public Done next(long authority, long after) {
    Instant now = clock.instant();
    LocalDate day = today.in(authority);
    Instant before =
        day.minusMonths(policies.inForce(authority, day).personalDataMonths())
            .atStartOfDay(today.zone(authority))
            .toInstant();
    List<Long> closed =
        database.list(
            new SqlText()
                .add(
                    "select id from loan where authority_id = ? and forgotten_at is null and"
                        + " state = 'CLOSED' and coalesce(recorded_return_at, returned_at) < ? and"
                        + " id > ? order by id limit ? for update",
                    authority,
                    before,
                    after,
                    AT_ONCE),
            row -> row.number("id"));
    List<Long> free = new ArrayList<>(closed);
    if (!closed.isEmpty()) {
      vetoes.forEach(veto -> free.removeAll(Set.copyOf(veto.held(closed))));
    }
    if (!free.isEmpty()) {
      forget(authority, free, now);
    }
    return new Done(
        free.size(),
        closed.size() < AT_ONCE ? Optional.empty() : Optional.of(closed.get(closed.size() - 1)));
  }

  private void forget(long authority, List<Long> loans, Instant now) {
    database.write(
        new SqlText()
            .add("update loan set pupil_id = null, forgotten_at = ?", now)
            .add("where forgotten_at is null and state = 'CLOSED' and")
            .in("id in", loans));
    database.write(new SqlText().add("delete from loan_collection where").in("loan_id in", loans));
    database.write(
        new SqlText()
            .add("delete from scan where recorded_at < ? and", now.minus(Duration.ofDays(30)))
            .in("loan_id in", loans));
    journal.write(
        new JournalEvent(
            authority,
            null,
            null,
            ForgettingJob.NAME,
            "LOANS_FORGOTTEN",
            "LOAN",
            null,
            null,
            Json.createObjectBuilder().add("loans", loans.size()).build().toString()));
  }
}
