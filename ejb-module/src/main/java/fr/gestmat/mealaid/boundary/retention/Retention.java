package fr.gestmat.mealaid.boundary.retention;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.retention.RetentionPeriods;
import fr.gestmat.mealaid.control.retention.RetentionRows;
import fr.gestmat.mealaid.control.retention.RetentionRule;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How long meal aid keeps families' data, decided by who runs it and seen by administrators. */
@Stateless
@RolesAllowed({"AID_MANAGER", "ADMIN"})
public class Retention {

  @Inject private CurrentCaller caller;
  @Inject private RetentionRows rows;
  @Inject private AidRows database;
  @Inject private AuthorityTime time;
  @Inject private Moves moves;
  @Inject private Journal journal;

  /**
   * What is kept and what goes.
   *
   * @param kept what holds
   * @param ending the applications that end next
   * @param purged what went last
   */
  public record Overview(
      RetentionRows.Kept kept,
      List<RetentionRows.Ending> ending,
      List<RetentionRows.Purged> purged) {}

  /** What holds, what is about to go, and what went. */
  public Overview overview() {
    long authority = caller.get().authorityId();
    return new Overview(rows.of(authority), rows.ending(authority), rows.purged(authority));
  }

  /**
   * Decides how long.
   *
   * @param version what was looked at
   */
  public Answer<RetentionPeriods> decide(int version, RetentionPeriods periods) {
    Caller who = caller.get();
    List<Refusal> problems = periods.problems();
    if (!problems.isEmpty()) {
      return new Answer.Refused<>(problems);
    }
    RetentionPeriods before = rows.of(who.authorityId()).periods();
    if (!rows.keep(who.authorityId(), version, periods)) {
      return new Answer.Stale<>(
          Optional.empty(), Optional.empty(), rows.of(who.authorityId()).version());
    }
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            "AID_RETENTION_CHANGED",
            "AID_RETENTION",
            null,
            null,
            Json.createObjectBuilder()
                .add("before", before.toString())
                .add("after", periods.toString())
                .build()
                .toString()));
    return new Answer.Done<>(periods);
  }

  /**
   * Keeps an application a month longer, whether its day is over or not, as long as it is not
   * forgotten. What an officer put into the archive comes back; what the family put out of its
   * sight stays there (M-I13).
   *
   * @return the new day; empty if there is no such application; refused if its end was not told
   */
  @RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
  public Optional<Answer<LocalDate>> extend(UUID id) {
    Caller who = caller.get();
    return moves.lock(who.authorityId(), id).map(held -> extend(who, held));
  }

  private Answer<LocalDate> extend(Caller who, AidApplication held) {
    Optional<LocalDate> endsOn =
        database
            .first(
                Sql.of("select purge_on from aid_application where id = ?", held.id())
                    .add("and forgotten_at is null"),
                row -> row.maybeDay("purge_on"))
            .flatMap(day -> day);
    if (endsOn.isEmpty()) {
      return Answer.refused(Refusal.of("state", "notEnding"));
    }
    LocalDate later = RetentionRule.extended(endsOn.get(), time.today(who.authorityId()));
    if (held.state() == ApplicationState.ARCHIVED) {
      moves.move(held, ApplicationEvent.RESTORE, Hand.officer(who), Map.of());
    }
    moves.tell(held, "KEPT_LONGER", Hand.officer(who), Map.of("until", later.toString()));
    database.write(
        Sql.of("update aid_application set purge_on = ? where id = ?", later, held.id()));
    return new Answer.Done<>(later);
  }
}
