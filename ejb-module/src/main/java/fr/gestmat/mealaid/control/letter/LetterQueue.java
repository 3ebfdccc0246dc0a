package fr.gestmat.mealaid.control.letter;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidDecision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The letters that are owed. One is written down with its decision; it is made later, by whichever
 * server takes it, and tried again until it is there. A unique key keeps a decision from having two
 * of a kind (M-A23).
 */
@ApplicationScoped
public class LetterQueue {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int LONGEST_FAILURE = 400;
  private static final int SHOWN = 200;

  private static final String SELECT =
      """
      select l.id, l.public_id, l.decision_id, l.application_id, l.kind, l.batch, l.state,
        l.file_id, l.attempts, l.failure, l.next_attempt_at, l.made_at, l.void_at, l.way,
        l.printed_at
      from aid_letter l
      """;

  @Inject private AidRows rows;
  @Inject private Clock clock;
  @Inject private Event<Owed> owed;

  /** Said when a letter is owed, so that nobody waits for the next look. */
  public record Owed() {}

  /**
   * A letter.
   *
   * @param key database id
   * @param id public id
   * @param decision database id of its decision
   * @param application database id of its application
   * @param kind which letter
   * @param batch decisions of one batch are told together
   * @param file public id of the file, once it is made
   * @param attempts how often it was tried
   * @param failure why it could not be made the last time
   * @param nextAttempt when it is tried next
   * @param madeAt when it was made
   * @param voidAt when its decision ceased to stand
   * @param onPaper whether somebody has to post it
   * @param printedAt when somebody did
   */
  public record Letter(
      long key,
      UUID id,
      long decision,
      long application,
      LetterKind kind,
      String batch,
      Optional<UUID> file,
      int attempts,
      Optional<String> failure,
      Instant nextAttempt,
      Optional<Instant> madeAt,
      Optional<Instant> voidAt,
      boolean onPaper,
      Optional<Instant> printedAt) {

    /** Whether it could not be made when it was tried last. */
    public boolean isFailing() {
      return madeAt.isEmpty() && failure.isPresent();
    }
  }

  /** Owes the letter of a decision that was just taken; twice owes one. Needs a transaction. */
  public void owe(AidApplication application, AidDecision decision, String batch) {
    owe(application, decision.id(), LetterKind.of(decision.outcome()), batch);
  }

  /** Owes a letter about a decision. */
  public void owe(AidApplication application, long decision, LetterKind kind, String batch) {
    Instant now = clock.instant();
    rows.write(
        Sql.of("insert ignore into aid_letter (id, public_id, authority_id, application_id,")
            .add("decision_id, kind, batch, next_attempt_at, created_at) values")
            .add("(next value for aid_letter_seq, ?,", UUID.randomUUID())
            .add("?, ?, ?, ?,", application.authorityId(), application.id(), decision, kind)
            .add("?, ?, ?)", batch, now, now));
    owed.fire(new Owed());
  }

  /** The letters of a decision say nothing that holds any more. Needs a transaction. */
  public void revoke(long application) {
    rows.write(
        Sql.of("update aid_letter set void_at = ?", clock.instant())
            .add("where application_id = ? and void_at is null", application));
  }

  /** Takes the next letter that waits; its id, or nothing when none does. */
  @InTransaction(ofItsOwn = true)
  public Optional<Long> take() {
    Instant now = clock.instant();
    Optional<Long> free =
        rows.first(
            Sql.of(
                    "select id from aid_letter where state = 'TO_MAKE' and next_attempt_at <= ?",
                    now)
                .add("and void_at is null order by next_attempt_at, id limit 1")
                .add("for update skip locked"),
            row -> row.number("id"));
    free.ifPresent(
        id ->
            rows.write(
                Sql.of("update aid_letter set attempts = attempts + 1,")
                    .add("next_attempt_at = ? where id = ?", now.plus(LEASE), id)));
    return free;
  }

  /** Locks a letter that still has to be made; empty if another server made it. */
  Optional<Letter> lock(long id) {
    return rows.first(
        Sql.of(SELECT)
            .add("where l.id = ? and l.state = 'TO_MAKE' and l.void_at is null for update", id),
        LetterQueue::read);
  }

  /** It is there. */
  void made(Letter letter, UUID file, Optional<Long> text, boolean mailed) {
    rows.write(
        Sql.of("update aid_letter set state = 'MADE', file_id = ?,", file)
            .add("text_id = ?,", text.orElse(null))
            .add("made_at = ?, way = ?,", clock.instant(), mailed ? "MAIL" : "PAPER")
            .add("failure = null where id = ? and state = 'TO_MAKE'", letter.key()));
  }

  /** It could not be made: later, and later still the next time. */
  @InTransaction(ofItsOwn = true)
  public void failed(long id, String why) {
    long attempts = rows.number(Sql.of("select attempts n from aid_letter where id = ?", id));
    Duration wait = Duration.ofMinutes(1L << Math.min(attempts, 9));
    rows.write(
        Sql.of("update aid_letter set failure = ?,", cut(why))
            .add("next_attempt_at = ? where id = ?", later(wait), id)
            .add("and state = 'TO_MAKE'"));
  }

  /** Lets a letter that could not be made be tried at once. */
  public boolean retry(long application, UUID id) {
    boolean there =
        rows.write(
                Sql.of("update aid_letter set next_attempt_at = ?", clock.instant())
                    .add("where application_id = ? and public_id = ?", application, id)
                    .add("and state = 'TO_MAKE'"))
            > 0;
    if (there) {
      owed.fire(new Owed());
    }
    return there;
  }

  /** The letters of an application, the latest first. */
  public List<Letter> of(long application) {
    return rows.list(
        Sql.of(SELECT)
            .add("where l.application_id = ? order by l.id desc limit ?", application, SHOWN),
        LetterQueue::read);
  }

  /** Letters that somebody has to post, the oldest first. */
  public List<PaperLine> onPaper(long authority) {
    return rows.list(
        Sql.of("select l.public_id letter, l.kind, l.made_at, a.public_id application, a.number,")
            .add("a.applicant_name from aid_letter l")
            .add("join aid_application a on a.id = l.application_id")
            .add("where l.authority_id = ? and l.way = 'PAPER'", authority)
            .add("and l.printed_at is null and l.void_at is null order by l.id limit ?", SHOWN),
        row ->
            new PaperLine(
                row.id("letter"),
                row.id("application"),
                row.number("number"),
                row.text("applicant_name"),
                row.one("kind", LetterKind.class),
                row.instant("made_at")));
  }

  /**
   * A letter that somebody has to post.
   *
   * @param letter public id
   * @param application public id of its application
   * @param number what people quote
   * @param applicant who gets it
   * @param kind which letter
   * @param madeAt when it was made
   */
  public record PaperLine(
      UUID letter,
      UUID application,
      long number,
      String applicant,
      LetterKind kind,
      Instant madeAt) {}

  /** Takes note that a letter was posted. */
  public boolean printed(long authority, UUID letter) {
    return rows.write(
            Sql.of("update aid_letter set printed_at = ?", clock.instant())
                .add("where authority_id = ? and public_id = ?", authority, letter)
                .add("and way = 'PAPER' and printed_at is null"))
        > 0;
  }

  private Instant later(Duration wait) {
    return clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_FAILURE));
  }

  private static Letter read(AidRow row) throws SQLException {
    return new Letter(
        row.number("id"),
        row.id("public_id"),
        row.number("decision_id"),
        row.number("application_id"),
        row.one("kind", LetterKind.class),
        row.text("batch"),
        row.maybeId("file_id"),
        (int) row.number("attempts"),
        row.maybeText("failure"),
        row.instant("next_attempt_at"),
        row.maybeInstant("made_at"),
        row.maybeInstant("void_at"),
        row.maybeText("way").filter("PAPER"::equals).isPresent(),
        row.maybeInstant("printed_at"));
  }
}
