package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What officers write and ask among themselves: notes, and second looks. No family reads it. */
@ApplicationScoped
public class Notes {

  /** Longest note, in characters. */
  public static final int LONGEST = 2_000;

  private static final int SHOWN = 100;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A note.
   *
   * @param name who wrote it
   * @param body what it says
   * @param at when
   */
  public record Note(String name, String body, Instant at) {}

  /**
   * A second look that was asked for.
   *
   * @param askedAccount who asked; that person can't answer it
   * @param askedBy the name
   * @param question what to look at
   * @param askedAt when
   * @param answeredBy who answered
   * @param agreed whether they agreed
   * @param answer what they said
   */
  public record SecondLook(
      long askedAccount,
      String askedBy,
      String question,
      Instant askedAt,
      Optional<String> answeredBy,
      Optional<Boolean> agreed,
      Optional<String> answer) {

    /** Whether it waits for an answer. */
    public boolean isOpen() {
      return agreed.isEmpty();
    }
  }

  /** The notes of an application, in order. */
  public List<Note> of(long application) {
    return rows.list(
        Sql.of("select name, body, written_at from aid_note where application_id = ?", application)
            .add("order by id limit ?", SHOWN),
        row -> new Note(row.text("name"), row.text("body"), row.instant("written_at")));
  }

  /** Writes a note. */
  void write(long application, Hand hand, String body) {
    rows.write(
        Sql.of("insert into aid_note (id, application_id, account_id, name, body, written_at)")
            .add("values (next value for aid_note_seq, ?,", application)
            .add("?, ?, ?, ?)", hand.accountId().orElse(0L), hand.name(), body, clock.instant()));
  }

  /** The second looks of an application, in order. */
  public List<SecondLook> secondLooks(long application) {
    return rows.list(
        Sql.of("select asked_account, asked_by, question, asked_at, answered_by, agreed, answer")
            .add("from aid_second_look where application_id = ?", application)
            .add("order by id limit ?", SHOWN),
        Notes::look);
  }

  /** Asks for a second look. */
  void ask(long application, Hand hand, String question) {
    rows.write(
        Sql.of("insert into aid_second_look")
            .add("(id, application_id, asked_account, asked_by, question, asked_at)")
            .add("values (next value for aid_second_look_seq, ?,", application)
            .add("?, ?, ?, ?)", hand.accountId().orElse(0L), hand.name(), question, now()));
  }

  /** Answers the one that is open. */
  void answer(long application, Hand hand, boolean agreed, String answer) {
    rows.write(
        Sql.of("update aid_second_look set answered_account = ?,", hand.accountId().orElse(0L))
            .add("answered_by = ?, agreed = ?, answer = ?,", hand.name(), agreed, answer)
            .add("answered_at = ? where open_application_id = ?", now(), application));
  }

  private Instant now() {
    return clock.instant();
  }

  private static SecondLook look(AidRow row) throws SQLException {
    return new SecondLook(
        row.number("asked_account"),
        row.text("asked_by"),
        row.text("question"),
        row.instant("asked_at"),
        row.maybeText("answered_by"),
        row.maybeYes("agreed"),
        row.maybeText("answer"));
  }
}
