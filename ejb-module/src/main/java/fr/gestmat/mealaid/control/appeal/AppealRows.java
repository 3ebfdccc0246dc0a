package fr.gestmat.mealaid.control.appeal;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidApplication;
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

/** Appeals and reopenings as they are kept. */
@ApplicationScoped
public class AppealRows {

  private static final int SHOWN = 200;

  private static final String SELECT =
      """
      select p.id, p.public_id, p.application_id, p.decision_id, p.origin, p.body, p.filed_on,
        p.filed_by, p.deadline, p.late, p.state, p.answer, p.answered_at, p.answered_by, p.version,
        a.public_id application, a.number, a.child_given_name, a.child_family_name
      from aid_appeal p join aid_application a on a.id = p.application_id
      """;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /** Where an appeal stands. */
  public enum State {
    /** It waits for its answer. */
    OPEN,
    /** The application is looked at again. */
    UPHELD,
    /** The decision stays. */
    REJECTED,
    /** It came too late, or from somebody who may not. */
    INADMISSIBLE
  }

  /** Why a decided application is looked at again. */
  public enum Reopening {
    /** An appeal is upheld. */
    APPEAL,
    /** The authority made a mistake. */
    MISTAKE,
    /** The family's situation changed, with effect from a day. */
    SITUATION,
    /** The day of the latest change was wrong: what was given before it counts until another. */
    CORRECTION;

    /** Whether it says from which day the new decision counts. */
    public boolean hasDay() {
      return this == SITUATION || this == CORRECTION;
    }
  }

  /**
   * An appeal.
   *
   * @param key database id
   * @param id public id
   * @param applicationKey database id of the application
   * @param application its public id
   * @param number what people quote
   * @param child the child's name
   * @param decision database id of the decision
   * @param byFamily whether the family filed it itself
   * @param body what it says
   * @param filedOn the day on which it arrived
   * @param filedBy who filed or typed it
   * @param deadline the last day
   * @param late whether it came after it
   * @param state where it stands
   * @param answer what the authority said
   * @param answeredAt when
   * @param answeredBy who answered
   * @param version grows with each change
   */
  public record Appeal(
      long key,
      UUID id,
      long applicationKey,
      UUID application,
      long number,
      String child,
      long decision,
      boolean byFamily,
      String body,
      LocalDate filedOn,
      String filedBy,
      LocalDate deadline,
      boolean late,
      State state,
      Optional<String> answer,
      Optional<Instant> answeredAt,
      Optional<String> answeredBy,
      int version) {}

  /** The appeals of an application, in order. */
  public List<Appeal> of(long application) {
    return rows.list(
        Sql.of(SELECT).add("where p.application_id = ? order by p.id limit ?", application, SHOWN),
        AppealRows::read);
  }

  /** The appeals of an authority that wait, the oldest first. */
  public List<Appeal> open(long authority) {
    return rows.list(
        Sql.of(SELECT)
            .add("where p.state = 'OPEN' and a.authority_id = ?", authority)
            .add("order by p.filed_on, p.id limit ?", SHOWN),
        AppealRows::read);
  }

  /** One of an application. */
  public Optional<Appeal> find(long application, UUID id) {
    return rows.first(
        Sql.of(SELECT).add("where p.application_id = ? and p.public_id = ?", application, id),
        AppealRows::read);
  }

  /** What the rule asks about a decision. */
  public AppealRule.Situation situation(long decision, int days, ZoneId zone) {
    return rows.first(
            Sql.of("select d.superseded_at is null stands,")
                .add("(select min(l.made_at) from aid_letter l where l.decision_id = d.id")
                .add("and l.kind <> 'APPEAL_REJECTED') made_at,")
                .add("exists(select 1 from aid_appeal p where p.open_decision_id = d.id) waits")
                .add("from aid_decision d where d.id = ?", decision),
            row ->
                new AppealRule.Situation(
                    row.yes("stands"),
                    row.maybeInstant("made_at").map(at -> LocalDate.ofInstant(at, zone)),
                    days,
                    row.yes("waits")))
        .orElseThrow();
  }

  /** Keeps an appeal. */
  void file(
      long application,
      long decision,
      Hand hand,
      String body,
      LocalDate filedOn,
      AppealRule.Situation situation) {
    boolean family = hand.actor() == Actor.FAMILY;
    rows.write(
        Sql.of("insert into aid_appeal (id, public_id, application_id, decision_id, origin, body,")
            .add("filed_on, filed_at, filed_by, deadline, late) values")
            .add("(next value for aid_appeal_seq, ?, ?,", UUID.randomUUID(), application)
            .add("?, ?, ?, ?,", decision, family ? "FAMILY" : "AGENT", body, filedOn)
            .add("?, ?, ?,", clock.instant(), hand.name(), situation.deadline().orElse(filedOn))
            .add("?)", situation.isLate(filedOn)));
  }

  /** Answers an appeal; whether it still waited in this version. */
  boolean answer(Appeal appeal, int version, State state, String answer, Hand hand) {
    return rows.write(
            Sql.of("update aid_appeal set state = ?, answer = ?,", state, answer)
                .add("answered_at = ?, answered_by = ?,", clock.instant(), hand.name())
                .add("version = version + 1 where id = ?", appeal.key())
                .add("and version = ? and state = 'OPEN'", version))
        == 1;
  }

  /**
   * Why an application may not count again: the family applied another time for the same child,
   * after it was closed. Only one counts for a child and a campaign.
   */
  Optional<Refusal> instead(AidApplication held) {
    return rows.first(
        Sql.of("select other.number from aid_application a join aid_application other")
            .add("on other.campaign_id = a.campaign_id and other.id <> a.id")
            .add(
                held.pupilId() == null
                    ? "and other.live_child_key = a.child_key"
                    : "and other.live_pupil_id = a.pupil_id")
            .add("where a.id = ?", held.id()),
        row ->
            row.maybeText("number")
                .map(number -> Refusal.of("state", "appliedAgain", number))
                .orElse(Refusal.of("state", "appliesAgain")));
  }

  /** The day of effect of the latest change of situation; empty if there was none. */
  public Optional<LocalDate> changedOn(long application) {
    return rows.first(
        Sql.of("select effect_on from aid_reopening where application_id = ?", application)
            .add("and effect_on is not null order by id desc limit 1"),
        row -> row.day("effect_on"));
  }

  /** Keeps why an application is looked at again. */
  void reopened(
      long application,
      long decision,
      Reopening kind,
      Optional<LocalDate> effectOn,
      String reason,
      Hand hand) {
    rows.write(
        Sql.of("insert into aid_reopening (id, application_id, decision_id, kind, effect_on,")
            .add("reason, reopened_at, reopened_by) values (next value for aid_reopening_seq,")
            .add("?, ?, ?, ?,", application, decision, kind, effectOn.orElse(null))
            .add("?, ?, ?)", reason, clock.instant(), hand.name()));
  }

  private static Appeal read(AidRow row) throws SQLException {
    return new Appeal(
        row.number("id"),
        row.id("public_id"),
        row.number("application_id"),
        row.id("application"),
        row.number("number"),
        row.text("child_given_name") + " " + row.text("child_family_name"),
        row.number("decision_id"),
        row.text("origin").equals("FAMILY"),
        row.text("body"),
        row.day("filed_on"),
        row.text("filed_by"),
        row.day("deadline"),
        row.yes("late"),
        row.one("state", State.class),
        row.maybeText("answer"),
        row.maybeInstant("answered_at"),
        row.maybeText("answered_by"),
        (int) row.number("version"));
  }
}
