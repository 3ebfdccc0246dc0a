package fr.gestmat.lending.control.offline;

import fr.gestmat.access.Caller;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.lending.control.offline.ReplayRules.Step;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans replays: takes all that waits at a school, fixes its order, and hands it to the background.
 * What comes later is another replay; the rule that newer truth stands holds between the two.
 */
@ApplicationScoped
public class ReplayPlan {

  @Inject private ReadModel database;
  @Inject private Operations operations;
  @Inject private BackgroundTasks tasks;

  /**
   * Plans what waits, unless a desk that may hold earlier operations was not heard of (L087).
   *
   * @return whether a replay was planned
   */
  public boolean ifComplete(Caller who, long schoolId, Instant now) {
    Optional<Instant> newest = operations.newestWaiting(schoolId);
    return newest.isPresent()
        && !ReplayRules.isTooEarly(newest.get(), heardAt(schoolId, now))
        && plan(who, schoolId, now, "").isPresent();
  }

  /**
   * Plans what waits, whoever is still awaited: a person says so.
   *
   * @return the replay; empty if nothing waits
   */
  public Optional<UUID> now(Caller who, long schoolId, Instant now) {
    return plan(who, schoolId, now, who.name());
  }

  private Optional<UUID> plan(Caller who, long schoolId, Instant now, String by) {
    List<Step> order = ReplayRules.order(operations.lockWaiting(schoolId));
    if (order.isEmpty()) {
      return Optional.empty();
    }
    long replay =
        database.number(new SqlText().add("select next value for offline_replay_seq as n"));
    UUID id = UUID.randomUUID();
    database.write(
        new SqlText()
            .add("insert into offline_replay (id, public_id, authority_id, school_id, planned_at,")
            .add("planned_by) values (?, ?, ?,", replay, id, who.authorityId())
            .add("?, ?, ?)", schoolId, now, by));
    for (int i = 0; i < order.size(); i++) {
      operations.plan(order.get(i).scan(), replay, i + 1);
    }
    tasks.submit(
        new NewTask(
            ReplayWork.KIND,
            who.authorityId(),
            schoolId,
            who.accountId(),
            who.name(),
            Long.toString(replay)));
    return Optional.of(id);
  }

  private List<Instant> heardAt(long schoolId, Instant now) {
    return database.list(
        new SqlText()
            .add("select heard_at from offline_desk where school_id = ?", schoolId)
            .add("and expires_at > ?", now),
        row -> row.instant("heard_at"));
  }
}
