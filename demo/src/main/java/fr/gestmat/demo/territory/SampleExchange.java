package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.SampleCase.Officer;
import fr.gestmat.mealaid.entity.Figures;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written around an application: by the collège, to the family and back, among officers,
 * and appeals.
 */
final class SampleExchange {

  private record Asked(long message, String kind, Instant at, String by, LocalDate due) {}

  private record Look(Officer by, String question, Instant at) {}

  private record Appeal(SampleDecision against, String by, String body, Instant at) {}

  private final SampleAidRows rows;
  private final Chance chance;
  private final SampleEvents events;
  private final long application;
  private @Nullable Asked asked;
  private @Nullable Look look;
  private @Nullable Appeal appeal;

  SampleExchange(SampleAidRows rows, Chance chance, SampleEvents events, long application) {
    this.rows = rows;
    this.chance = chance;
    this.events = events;
    this.application = application;
  }

  /**
   * The collège says how the child eats.
   *
   * @param before what was known until then
   */
  void visa(
      College college, Figures before, String boarding, int meals, String className, Instant at) {
    events.later(
        () ->
            rows.visas.add(
                rows.visaIds.next(),
                application,
                college.id(),
                true,
                boarding,
                meals,
                className,
                at,
                college.bursar(),
                college.bursarAccount(),
                before.boardingStatus(),
                before.mealsAWeek()));
  }

  /** For the colleagues. */
  void note(Officer by, String text, Instant at) {
    events.later(
        () -> rows.notes.add(rows.noteIds.next(), application, by.account(), by.name(), text, at));
  }

  /** A message of one side; returns its database id. */
  long message(String side, long account, String name, String text, Instant at)
      throws SQLException {
    long message = rows.messageIds.next();
    UUID form = chance.uuid();
    events.later(
        () -> rows.messages.add(message, application, side, account, name, text, form, at));
    return message;
  }

  /** Something that the family has to put right. */
  void ask(Officer by, String kind, String text, LocalDate due, Instant at) throws SQLException {
    asked =
        new Asked(message("OFFICER", by.account(), by.name(), text, at), kind, at, by.name(), due);
  }

  /** What was asked ends, if something was; without a way it is still pending. */
  void resolve(@Nullable String how, @Nullable Instant at) {
    Asked pending = asked;
    if (pending != null) {
      events.later(
          () ->
              rows.corrections.add(
                  rows.correctionIds.next(),
                  application,
                  pending.kind(),
                  pending.message(),
                  pending.at(),
                  pending.by(),
                  pending.due(),
                  at,
                  how));
      asked = null;
    }
  }

  /** A colleague is asked to look. */
  void askColleague(Officer by, String question, Instant at) {
    look = new Look(by, question, at);
  }

  /** The colleague agrees; without one the question is still open. */
  void agree(@Nullable Officer colleague, @Nullable Instant at) {
    Look open = look;
    if (open != null) {
      boolean answered = colleague != null;
      events.later(
          () ->
              rows.looks.add(
                  rows.lookIds.next(),
                  application,
                  open.by().account(),
                  open.by().name(),
                  open.question(),
                  open.at(),
                  colleague == null ? null : colleague.account(),
                  colleague == null ? null : colleague.name(),
                  answered ? true : null,
                  answered ? "" : null,
                  at));
      look = null;
    }
  }

  /** The family contests a decision. */
  void contest(SampleDecision against, String by, String body, Instant at) {
    appeal = new Appeal(against, by, body, at);
  }

  /** An appeal has its answer; without one it is still open. */
  void answer(
      @Nullable String how, @Nullable String answer, @Nullable String by, @Nullable Instant at) {
    Appeal open = appeal;
    if (open != null) {
      LocalDate filedOn = LocalDate.ofInstant(open.at(), SampleCase.ZONE);
      UUID publicId = chance.uuid();
      events.later(
          () ->
              rows.appeals.add(
                  rows.appealIds.next(),
                  publicId,
                  application,
                  open.against().id(),
                  "FAMILY",
                  open.body(),
                  filedOn,
                  open.at(),
                  open.by(),
                  // Without a letter no time runs.
                  filedOn,
                  false,
                  how == null ? "OPEN" : how,
                  answer,
                  at,
                  by,
                  how == null ? 0 : 1));
      appeal = null;
    }
  }

  /** What waits for an answer goes on waiting. */
  void leaveOpen() {
    resolve(null, null);
    agree(null, null);
    answer(null, null, null, null);
  }

  /** An appeal was upheld. */
  void reopened(SampleDecision before, String reason, Officer by, Instant at) {
    events.later(
        () ->
            rows.reopenings.add(
                rows.reopeningIds.next(),
                application,
                before.id(),
                "APPEAL",
                reason,
                at,
                by.name()));
  }
}
