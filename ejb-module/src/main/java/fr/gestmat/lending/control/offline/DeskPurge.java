package fr.gestmat.lending.control.offline;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.reservation.ReservationRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Removes what desks needed for a while: operations that were replayed and reservations that are
 * over. What still waits to be replayed is left alone, however old it is. The scans that operations
 * became stay with their loans, so that one that is sent again has no second effect.
 */
@ApplicationScoped
public class DeskPurge {

  /** A term: what was skipped has been looked at by then. */
  public static final Duration KEPT = Duration.ofDays(100);

  private static final int REPLAYS_AT_ONCE = 100;

  @Inject private ReadModel database;
  @Inject private ReservationRows reservations;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * What a step removed.
   *
   * @param replays how many replays
   * @param operations how many operations of theirs
   * @param reservations how many reservations
   */
  public record Removed(int replays, int operations, int reservations) {

    /** Whether there may be more. */
    boolean mayBeMore() {
      return replays == REPLAYS_AT_ONCE;
    }

    boolean isNothing() {
      return replays + reservations == 0;
    }
  }

  /** The authorities, in order. */
  @InTransaction
  public List<Long> authorities() {
    return database.list(
        new SqlText().add("select id from local_authority order by id"), row -> row.number("id"));
  }

  /** Removes the oldest of an authority, a hundred replays at most. */
  @InTransaction(ofItsOwn = true)
  public Removed step(long authority) {
    Instant before = clock.instant().minus(KEPT);
    List<Long> replays =
        database.list(
            new SqlText()
                .add("select p.id from offline_replay p where p.authority_id = ?", authority)
                .add("and p.ended_at < ? and not exists (select 1 from offline_operation o", before)
                .add("where o.replay_id = p.id and o.state in ('WAITING', 'PLANNED'))")
                .add("order by p.id limit ?", REPLAYS_AT_ONCE),
            row -> row.number("id"));
    int operations = 0;
    if (!replays.isEmpty()) {
      operations =
          database.write(
              new SqlText().add("delete from offline_operation where").in("replay_id in", replays));
      database.write(new SqlText().add("delete from offline_replay where").in("id in", replays));
    }
    Removed removed =
        new Removed(replays.size(), operations, reservations.forget(authority, before));
    if (!removed.isNothing()) {
      journal.write(
          new JournalEvent(
              authority,
              null,
              null,
              DeskPurgeJob.NAME,
              "DESK_ROWS_PURGED",
              "OFFLINE_REPLAY",
              null,
              null,
              Json.createObjectBuilder()
                  .add("replays", removed.replays())
                  .add("operations", removed.operations())
                  .add("reservations", removed.reservations())
                  .build()
                  .toString()));
    }
    return removed;
  }
}
