package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What families have to put right. At most one request is pending for an application; it ends with
 * the family's answer, or when the review goes on without it.
 */
@ApplicationScoped
public class Corrections {

  private static final int SHOWN = 50;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /** How a request ended. */
  public enum Resolution {
    /** The family answered. */
    ANSWERED,
    /** The review went on without an answer. */
    RESUMED,
    /** A decision was taken. */
    DECIDED,
    /** The family took its application back. */
    WITHDRAWN
  }

  /**
   * A request.
   *
   * @param kind why
   * @param message what the family reads
   * @param askedAt when
   * @param askedBy by whom
   * @param dueOn the last day for an answer
   * @param resolvedAt when it ended
   * @param resolution how it ended
   */
  public record Correction(
      Kind kind,
      String message,
      Instant askedAt,
      String askedBy,
      LocalDate dueOn,
      Optional<Instant> resolvedAt,
      Optional<Resolution> resolution) {

    /** As the legal time counts it. */
    public LegalClock.Stay stay(ZoneId zone) {
      return new LegalClock.Stay(
          kind,
          LocalDate.ofInstant(askedAt, zone),
          resolvedAt.map(at -> LocalDate.ofInstant(at, zone)));
    }
  }

  /** The requests of an application, in order. */
  public List<Correction> of(long application) {
    return rows.list(
        Sql.of("select c.kind, m.body, c.asked_at, c.asked_by, c.due_on, c.resolved_at,")
            .add("c.resolution from aid_correction c join aid_message m on m.id = c.message_id")
            .add("where c.application_id = ? order by c.id limit ?", application, SHOWN),
        Corrections::read);
  }

  /** Whether one is pending. */
  public boolean isPending(long application) {
    return rows.number(
            Sql.of(
                "select count(*) n from aid_correction where pending_application_id = ?",
                application))
        > 0;
  }

  /** Asks for something. */
  void ask(long application, Hand hand, Kind kind, long message, LocalDate dueOn) {
    rows.write(
        Sql.of("insert into aid_correction")
            .add("(id, application_id, kind, message_id, asked_at, asked_by, due_on)")
            .add("values (next value for aid_correction_seq, ?, ?, ?,", application, kind, message)
            .add("?, ?, ?)", clock.instant(), hand.name(), dueOn));
  }

  /**
   * Ends the one that is pending.
   *
   * @return whether one was
   */
  public boolean resolve(long application, Resolution how) {
    return rows.write(
            Sql.of("update aid_correction set resolved_at = ?,", clock.instant())
                .add("resolution = ? where pending_application_id = ?", how, application))
        > 0;
  }

  /** Applications whose request ended unanswered before a day, at most {@code most}. */
  List<UUID> overdue(long authority, LocalDate today, int most) {
    return rows.list(
        Sql.of("select a.public_id from aid_correction c join aid_application a")
            .add("on a.id = c.pending_application_id where a.authority_id = ?", authority)
            .add("and c.due_on < ?", today)
            .add("order by c.due_on, c.id limit ?", most),
        row -> row.id("public_id"));
  }

  private static Correction read(AidRow row) throws SQLException {
    return new Correction(
        row.one("kind", Kind.class),
        row.text("body"),
        row.instant("asked_at"),
        row.text("asked_by"),
        row.day("due_on"),
        row.maybeInstant("resolved_at"),
        row.maybeText("resolution").map(Resolution::valueOf));
  }
}
