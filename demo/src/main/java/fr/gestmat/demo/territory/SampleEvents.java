package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Parent;
import fr.gestmat.demo.territory.SampleCase.Officer;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.ApplicationState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened to an application, in the order of time; its rows wait for the application's. */
final class SampleEvents {

  /** Who does something, as events tell it. */
  record Who(Actor actor, @Nullable Long account, String name) {

    static Who of(Parent parent) {
      return new Who(Actor.FAMILY, parent.account(), parent.name());
    }

    static Who of(Officer officer) {
      return new Who(Actor.OFFICER, officer.account(), officer.name());
    }
  }

  /** A row that waits. */
  interface Later {
    /** Writes it. */
    void write() throws SQLException;
  }

  private final SampleAidRows rows;
  private final long application;
  private final List<Later> waiting = new ArrayList<>();
  private Instant changedAt = Instant.EPOCH;
  private String changedBy = "";
  private int version;

  SampleEvents(SampleAidRows rows, long application) {
    this.rows = rows;
    this.application = application;
  }

  /** Something happened. */
  void tell(
      String event,
      ApplicationState from,
      ApplicationState to,
      Who who,
      Instant at,
      Map<String, String> detail)
      throws SQLException {
    if (at.isBefore(changedAt)) {
      throw new IllegalStateException(event + " before what happened last");
    }
    long key = rows.eventIds.next();
    later(
        () ->
            rows.events.add(
                key,
                application,
                event,
                from,
                to,
                who.actor(),
                who.account(),
                who.name(),
                detail.isEmpty() ? null : SampleAnswers.object(new TreeMap<>(detail)),
                at));
    changedAt = at;
    changedBy = who.name();
    version++;
  }

  /** A row that belongs to the application. */
  void later(Later row) {
    waiting.add(row);
  }

  /** Writes everything; the application is there. */
  void write() throws SQLException {
    for (Later row : waiting) {
      row.write();
    }
  }

  Instant changedAt() {
    return changedAt;
  }

  String changedBy() {
    return changedBy;
  }

  /** How often it was changed. */
  int version() {
    return version;
  }
}
