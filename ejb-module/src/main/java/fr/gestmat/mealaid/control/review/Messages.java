package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What family and officers write to each other about an application. */
@ApplicationScoped
public class Messages {

  /** Longest message, in characters. */
  public static final int LONGEST = 4_000;

  private static final int SHOWN = 200;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A message.
   *
   * @param family whether the family wrote it
   * @param name who wrote it
   * @param body what it says
   * @param at when
   */
  public record Message(boolean family, String name, String body, Instant at) {}

  /** Why a message can't be sent; empty if it can (M-C05, M-C14). */
  public static Optional<Refusal> refusal(ApplicationState state, String body) {
    if (state == ApplicationState.WITHDRAWN) {
      return Optional.of(Refusal.of("message", "in.WITHDRAWN"));
    }
    if (body.isBlank()) {
      return Optional.of(Refusal.of("message", "missing"));
    }
    return body.length() > LONGEST
        ? Optional.of(Refusal.of("message", "tooLong", LONGEST))
        : Optional.empty();
  }

  /**
   * Writes a message.
   *
   * @param form made by the form that was sent
   * @return its id; empty if this form was sent before, and then nothing is written (M-C16)
   */
  public Optional<Long> write(long application, Hand hand, String body, UUID form) {
    int written =
        rows.write(
            Sql.of("insert ignore into aid_message")
                .add("(id, application_id, side, account_id, name, body, form_id, sent_at)")
                .add("values (next value for aid_message_seq, ?, ?,", application, side(hand))
                .add("?, ?, ?, ?,", hand.accountId().orElse(null), hand.name(), body, form)
                .add("?)", clock.instant()));
    return written == 0
        ? Optional.empty()
        : rows.first(
            Sql.of("select id from aid_message where application_id = ?", application)
                .add("and form_id = ?", form),
            row -> row.number("id"));
  }

  /** The messages of an application, in order. */
  public List<Message> of(long application) {
    return rows.list(
        Sql.of("select side, name, body, sent_at from aid_message")
            .add("where application_id = ? order by id limit ?", application, SHOWN),
        row ->
            new Message(
                row.text("side").equals("FAMILY"),
                row.text("name"),
                row.text("body"),
                row.instant("sent_at")));
  }

  private static String side(Hand hand) {
    return hand.actor() == Actor.FAMILY ? "FAMILY" : "OFFICER";
  }
}
