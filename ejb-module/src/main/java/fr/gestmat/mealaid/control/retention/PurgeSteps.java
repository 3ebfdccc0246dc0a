package fr.gestmat.mealaid.control.retention;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.retention.DueRows.Due;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a purge, each for one application and in a transaction of its own: what goes wrong
 * with one stops no other (M-I14), and the proof is written with what it proves.
 */
@ApplicationScoped
public class PurgeSteps {

  @PersistenceContext private EntityManager entities;
  @Inject private AidRows rows;
  @Inject private AuthorityTime time;
  @Inject private DocumentRows documents;
  @Inject private Forgetting forgetting;
  @Inject private PurgeNotices notices;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** Tells the family and the officer who follows it, and keeps the day that they were told. */
  @InTransaction(ofItsOwn = true)
  public void tell(Due due, RetentionPeriods periods) {
    AidApplication held = hold(due);
    LocalDate endsOn = RetentionRule.endsOn(periods, due.closedOn(), time.today(due.authority()));
    rows.write(Sql.of("update aid_application set purge_on = ? where id = ?", endsOn, due.key()));
    notices.tell(held, endsOn);
  }

  /** What is under review again will be told anew. */
  @InTransaction(ofItsOwn = true)
  public int untell(long authority) {
    return rows.write(
        Sql.of("update aid_application set purge_on = null where authority_id = ?", authority)
            .add("and purge_on is not null and state in ('IN_REVIEW', 'TO_COMPLETE')"));
  }

  /** Removes what is due. */
  @InTransaction(ofItsOwn = true)
  public void purge(PurgeKind kind, Due due, RetentionPeriods periods) {
    hold(due);
    int gone =
        switch (kind) {
          case DRAFT -> discard(due);
          case DOCUMENTS -> documents.removeAll(due.key());
          case APPLICATION -> forgetting.forget(due);
        };
    prove(kind, due, periods, gone, null);
    journal.write(
        new JournalEvent(
            due.authority(),
            null,
            null,
            PurgeJob.NAME,
            "AID_PURGED_" + kind,
            "AID_APPLICATION",
            due.key(),
            null,
            Json.createObjectBuilder()
                .add("application", due.id().toString())
                .add("documents", gone)
                .build()
                .toString()));
  }

  /** Says that it could not be done. */
  @InTransaction(ofItsOwn = true)
  public void failed(PurgeKind kind, Due due, RetentionPeriods periods, Exception why) {
    Throwable cause = why;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    prove(kind, due, periods, 0, cause.getClass().getSimpleName());
  }

  private AidApplication hold(Due due) {
    return Objects.requireNonNull(
        entities.find(AidApplication.class, due.key(), LockModeType.PESSIMISTIC_WRITE),
        "the application is gone");
  }

  private int discard(Due due) {
    int gone = documents.removeAll(due.key());
    entities.flush();
    rows.write(Sql.of("delete from aid_application where id = ?", due.key()));
    return gone;
  }

  private void prove(
      PurgeKind kind, Due due, RetentionPeriods periods, int gone, @Nullable String failure) {
    rows.write(
        Sql.of("insert into aid_purge (id, authority_id, campaign_id, application, kind, rule,")
            .add("documents, done, failure, purged_at) values (nextval(aid_purge_seq),")
            .add(
                "?, ?, ?, ?, ?, ?, ?, ?, ?)",
                due.authority(),
                due.campaign(),
                due.id(),
                kind,
                rule(kind, periods),
                gone,
                failure == null,
                failure,
                clock.instant()));
  }

  private static String rule(PurgeKind kind, RetentionPeriods periods) {
    return switch (kind) {
      case DRAFT -> periods.draftMonths() + " months";
      case DOCUMENTS -> periods.documentMonths() + " months";
      case APPLICATION -> periods.applicationYears() + " years";
    };
  }
}
