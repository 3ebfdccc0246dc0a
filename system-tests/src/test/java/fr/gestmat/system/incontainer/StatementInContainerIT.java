package fr.gestmat.system.incontainer;

import static fr.gestmat.mealaid.entity.statement.StatementKind.CORRECTION;
import static fr.gestmat.mealaid.entity.statement.StatementKind.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.PupilsLeft;
import fr.gestmat.directory.entity.PupilsMoved;
import fr.gestmat.directory.entity.PupilsReturned;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.mealaid.boundary.decision.Decisions;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.boundary.statement.Statements.Wanted;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.statement.StatementClearing;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Statements on the real database: who does what, what can't be undone, what comes next. */
class StatementInContainerIT extends StatementTest {

  @Inject private Event<Object> events;
  @Inject private Transactions transactions;
  @Inject private StatementClearing clearing;
  @Inject private Reviews reviews;
  @Inject private Decisions decisions;

  private long count(String sql, Object... values) throws SQLException {
    return territory.number(sql, values);
  }

  @Test
  void a_statement_is_computed_checked_by_its_school_and_made_final_with_a_number()
      throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "BETA", "90.00", "75.00", "60.00");
    town.granted(town.here, "ALPHA", "45.00", "37.50", "30.00");
    town.granted(town.there, "GAMMA", "10.00");

    UUID id = draft(town, town.here, 1, REGULAR);
    assertThat(lines(town, id)).containsExactly("DUE T1 ALPHA 45.00", "DUE T1 BETA 90.00");
    assertThat(refused(close(town, id))).containsExactly("notChecked");
    assertThat(acting.as(town.bursar(town.there), Role.BURSAR, () -> closing.check(id, 0)))
        .as("another school's statement looks like none")
        .isEmpty();
    done(check(town, id, town.here));
    assertThat(done(close(town, id))).matches("EV-\\d{4}-0001");

    assertThat(card(town, id).statement().state()).isEqualTo(StatementState.FINAL);
    assertThat(refused(close(town, id))).containsExactly("finalAlready");
    assertThat(refused(check(town, id, town.here))).containsExactly("finalAlready");
    assertThat(refused(compute(town, town.here, 1, REGULAR))).containsExactly("finalAlready");
    assertThat(
            territory.rows(
                "select action from journal_entry where subject_type = 'AID_STATEMENT' and"
                    + " subject_id = (select id from aid_statement where public_id = ?) order by"
                    + " id",
                id.toString()))
        .containsExactlyInAnyOrder("STATEMENT_COMPUTED", "STATEMENT_CHECKED", "STATEMENT_CLOSED");
    assertThatThrownBy(() -> town.run("update aid_statement_seal set total = 0"))
        .as("the application can't rewrite what was sealed")
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(
            () ->
                town.run(
                    "update aid_statement set superseded_at = utc_timestamp(6) where public_id = ?",
                    id.toString()))
        .as("what is final always counts")
        .isInstanceOf(SQLException.class);
  }

  @Test
  @DisplayName("M-K01 only the latest draft becomes final, and only as it was looked at")
  void only_the_latest_draft() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "45.00");
    UUID old = draft(town, town.here, 1, REGULAR);
    done(check(town, old, town.here));
    UUID latest = draft(town, town.here, 1, REGULAR);

    assertThat(refused(close(town, old))).containsExactly("tooOld");
    assertThat(refused(check(town, old, town.here))).containsExactly("tooOld");
    int version = card(town, latest).statement().version();
    done(check(town, latest, town.here));
    Answer<String> stale =
        acting
            .as(town.manager(), Role.AID_MANAGER, () -> closing.close(latest, version))
            .orElseThrow();
    assertThat(stale).isInstanceOf(Answer.Stale.class);
    done(close(town, latest));
  }

  @Test
  @DisplayName("M-K02 old drafts are cleared after 30 days, what counts and what is final never")
  void clearing() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "45.00", "40.00");
    UUID old = draft(town, town.here, 1, REGULAR);
    UUID young = draft(town, town.here, 1, REGULAR);
    UUID kept = closed(town, town.here, 1, REGULAR);
    UUID live = draft(town, town.here, 2, REGULAR);
    town.run(
        "update aid_statement set superseded_at = utc_timestamp(6) - interval 31 day where"
            + " public_id = ?",
        old.toString());
    town.run(
        "update aid_statement set computed_at = utc_timestamp(6) - interval 400 day where"
            + " campaign_id = ?",
        town.campaignKey);

    assertThat(clearing.work().isIdle()).isFalse();

    assertThat(
            territory.rows(
                "select public_id from aid_statement where campaign_id = ?", town.campaignKey))
        .containsExactlyInAnyOrder(young.toString(), kept.toString(), live.toString());
    assertThat(
            count(
                "select count(*) from aid_statement_line l join aid_statement s on s.id ="
                    + " l.statement_id where s.campaign_id = ?",
                town.campaignKey))
        .isEqualTo(3);
  }

  @Test
  @DisplayName("M-K03, M-K06 a line in error pays nothing, blocks nobody, and is replayed alone")
  void replay() throws Exception {
    StatementTown town = StatementTown.found(territory);
    long unknown = town.unknown(town.here, "ALPHA", "45.00");
    long gone = town.unknown(town.here, "BETA", "45.00");
    town.granted(town.here, "GAMMA", "30.00");
    UUID id = draft(town, town.here, 1, REGULAR);
    assertThat(lines(town, id))
        .containsExactly("DUE T1 ALPHA 0.00", "DUE T1 BETA 0.00", "DUE T1 GAMMA 30.00");
    done(check(town, id, town.here));
    UUID first = card(town, id).lines().get(0).publicId();
    UUID second = card(town, id).lines().get(1).publicId();

    assertThat(refused(replay(town, id, first))).containsExactly("stillMissing");
    assertThat(refused(replay(town, id, card(town, id).lines().get(2).publicId())))
        .containsExactly("noSuchLine");
    town.run("delete from aid_application where id = ?", gone);
    assertThat(refused(replay(town, id, second))).containsExactly("applicationGone");
    town.run(
        "update aid_application set pupil_id = ? where id = ?",
        town.pupil(town.here, "ALPHA"),
        unknown);
    done(replay(town, id, first));

    assertThat(lines(town, id))
        .containsExactly("DUE T1 ALPHA 45.00", "DUE T1 BETA 0.00", "DUE T1 GAMMA 30.00");
    assertThat(card(town, id).statement().state())
        .as("the school has to look again")
        .isEqualTo(StatementState.DRAFT);
    assertThat(card(town, id).statement().total()).isEqualByComparingTo("75.00");
  }

  @Test
  @DisplayName("a school outside the feeds is paid for children whom no directory knows")
  void outside_the_feeds() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.unknown(town.here, "ALPHA", "45.00");
    town.run(
        "insert into aid_school (school_id, sector, outside, by_hand)"
            + " values (?, 'PRIVATE_UNDER_CONTRACT', false, true)",
        town.here);
    UUID id = closed(town, town.here, 1, REGULAR);

    assertThat(lines(town, id)).containsExactly("DUE T1 ALPHA 45.00");
    assertThat(card(town, id).statement().total()).isEqualByComparingTo("45.00");
  }

  private Answer<UUID> replay(StatementTown town, UUID id, UUID line) throws Exception {
    int version = card(town, id).statement().version();
    return acting
        .as(town.manager(), Role.AID_MANAGER, () -> closing.replay(id, line, version))
        .orElseThrow();
  }

  @Test
  @DisplayName("M-K09 arrears come with the next statement, a recovery never makes one negative")
  void arrears_and_recoveries() throws Exception {
    StatementTown town = StatementTown.found(territory);
    long alpha = town.granted(town.here, "ALPHA", "90.00", "75.00", "60.00");
    long beta = town.granted(town.here, "BETA", "10.00", "20.00", "30.00");
    closed(town, town.here, 1, REGULAR);
    town.granted(town.here, "GAMMA", "45.00", "37.50", "30.00");
    town.decide(beta, "15.00", "20.00", "30.00");

    UUID correction = closed(town, town.here, 1, CORRECTION);
    assertThat(lines(town, correction))
        .containsExactly(
            "CANCELLED T1 BETA -10.00", "REPLACED T1 BETA 15.00", "ARREARS T1 GAMMA 45.00");
    assertThat(refused(compute(town, town.here, 1, CORRECTION))).containsExactly("nothingChanged");

    town.decide(alpha);
    UUID second = closed(town, town.here, 2, REGULAR);
    assertThat(lines(town, second))
        .containsExactly(
            "RECOVERY T1 ALPHA -90.00",
            "DUE T2 BETA 20.00",
            "DUE T2 GAMMA 37.50",
            "CARRIED_OUT T2 32.50");
    assertThat(card(town, second).statement().total()).isZero();
    assertThat(lines(town, draft(town, town.here, 3, REGULAR)))
        .containsExactly("DUE T3 BETA 30.00", "DUE T3 GAMMA 30.00", "CARRIED_IN T3 -32.50");
  }

  private void change(StatementTown town, UUID id, Reopening kind, LocalDate day, String quotient)
      throws Exception {
    Caller officer = Territory.on(town.authority, Role.AID_OFFICER);
    done(
        acting
            .as(
                officer,
                Role.AID_OFFICER,
                () -> reviews.reopen(id, version(id), kind, Optional.of(day), "Chômage"))
            .orElseThrow());
    town.run(
        "update aid_application set family_quotient = ? where public_id = ?",
        quotient,
        id.toString());
    done(
        acting
            .as(
                officer,
                Role.AID_OFFICER,
                () -> decisions.decide(id, version(id), DecisionOrder.grant("", Map.of())))
            .orElseThrow());
  }

  private int version(UUID id) throws SQLException {
    return (int) count("select version from aid_application where public_id = ?", id.toString());
  }

  @Test
  @DisplayName("M-K04 a change whose day was wrong is replaced, not added to: minus and plus agree")
  void the_day_of_a_change_is_put_right() throws Exception {
    StatementTown town = StatementTown.found(territory);
    UUID id =
        UUID.fromString(
            territory
                .rows(
                    "select cast(public_id as char) from aid_application where id = ?",
                    town.granted(town.here, "ALPHA", "30.00", "30.00", "30.00"))
                .get(0));
    town.run(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) select next value for"
            + " aid_scale_seq, uuid(), authority_id, id, 1, 'FAMILY_QUOTIENT', 'PER_TERM',"
            + " 'UPPER_INCLUDED', false, '2020-01-01', utc_timestamp(6), 'Essai' from aid_campaign"
            + " where id = ?",
        town.campaignKey);
    town.run(
        "insert into aid_bracket (scale_id, position, label, from_amount, up_to, condition_kind,"
            + " value) select id, 0, 'T1', null, 500, 'NONE', 90 from aid_scale where campaign_id ="
            + " ? union all select id, 1, 'T2', 500, null, 'NONE', 60 from aid_scale where"
            + " campaign_id = ?",
        town.campaignKey,
        town.campaignKey);
    closed(town, town.here, 1, REGULAR);

    change(town, id, Reopening.SITUATION, LocalDate.of(2027, 2, 15), "400");
    assertThat(lines(town, closed(town, town.here, 2, REGULAR)))
        .as("42 of the 87 days are before")
        .containsExactly("DUE T2 ALPHA 61.03");

    change(town, id, Reopening.CORRECTION, LocalDate.of(2027, 3, 1), "400");
    assertThat(lines(town, closed(town, town.here, 2, CORRECTION)))
        .as("56 of them are: 30 until then, nothing of 15 February")
        .containsExactly(
            "CANCELLED T2 ALPHA -61.03", "REPLACED T2 ALPHA 51.38", "CARRIED_OUT T2 9.65");

    change(town, id, Reopening.SITUATION, LocalDate.of(2027, 3, 15), "900");
    change(town, id, Reopening.CORRECTION, LocalDate.of(2027, 3, 16), "900");
    assertThat(
            territory.rows(
                "select concat(t.term, ':', t.amount, ' ', d.effective_on) from aid_decision_term t"
                    + " join aid_decision d on d.id = t.decision_id join aid_application a on a.id"
                    + " = d.application_id where a.public_id = ? and d.superseded_at is null order"
                    + " by t.term",
                id.toString()))
        .as("56 days of 30, 15 of 90, 16 of 60")
        .containsExactly("1:30.00 2027-03-16", "2:45.86 2027-03-16", "3:60.00 2027-03-16");
    assertThat(lines(town, draft(town, town.here, 3, REGULAR)))
        .containsExactly(
            "CANCELLED T2 ALPHA -51.38",
            "REPLACED T2 ALPHA 45.86",
            "DUE T3 ALPHA 60.00",
            "CARRIED_IN T3 -9.65");
  }

  @Test
  @DisplayName("M-K01 a draft is outdated once another statement of the school is final")
  void outdated() throws Exception {
    StatementTown town = StatementTown.found(territory);
    long alpha = town.granted(town.here, "ALPHA", "90.00", "75.00");
    closed(town, town.here, 1, REGULAR);
    UUID second = draft(town, town.here, 2, REGULAR);
    done(check(town, second, town.here));
    town.decide(alpha, "80.00", "75.00");
    closed(town, town.here, 1, CORRECTION);

    assertThat(card(town, second).outdated()).isTrue();
    assertThat(refused(close(town, second))).containsExactly("outdated");
    assertThat(lines(town, closed(town, town.here, 2, REGULAR)))
        .as("the correction could not be negative: what it took back comes here")
        .containsExactly("DUE T2 ALPHA 75.00", "CARRIED_IN T2 -10.00");
    assertThat(refused(compute(town, town.here, 3, REGULAR))).containsExactly("nothingDue");
  }

  @Test
  void a_later_term_waits_for_the_earlier_one() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "90.00", "75.00");
    draft(town, town.here, 1, REGULAR);

    assertThat(refused(compute(town, town.here, 2, REGULAR))).containsExactly("earlierOpen");
    assertThat(refused(compute(town, town.here, 1, CORRECTION))).containsExactly("regularOpen");
  }

  @Test
  @DisplayName("M-K10 of two people at once one makes it final; numbers have no gap")
  void two_at_once() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "90.00");
    town.granted(town.there, "BETA", "90.00");
    UUID mine = draft(town, town.here, 1, REGULAR);
    UUID other = draft(town, town.there, 1, REGULAR);
    done(check(town, mine, town.here));
    done(check(town, other, town.there));

    List<UUID> wanted = List.of(mine, mine, other, other);
    int version = card(town, mine).statement().version();
    CyclicBarrier start = new CyclicBarrier(wanted.size());
    List<Future<Optional<Answer<String>>>> work = new ArrayList<>();
    for (UUID id : wanted) {
      work.add(
          acting.begin(
              town.manager(),
              Role.AID_MANAGER,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return closing.close(id, version);
              }));
    }
    List<Answer<String>> answers = new ArrayList<>();
    for (Future<Optional<Answer<String>>> one : work) {
      answers.add(one.get(60, TimeUnit.SECONDS).orElseThrow());
    }

    assertThat(answers.stream().filter(a -> a instanceof Answer.Done).map(StatementTest::done))
        .extracting(number -> number.substring(number.length() - 4))
        .containsExactlyInAnyOrder("0001", "0002");
    assertThat(answers)
        .filteredOn(a -> a instanceof Answer.Refused)
        .hasSize(2)
        .allMatch(a -> refused(a).equals(List.of("finalAlready")));
  }

  @Test
  @DisplayName("M-K10 two computings at once leave one statement that counts")
  void two_computings_at_once() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "90.00");
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Optional<Answer<UUID>>>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      work.add(
          acting.begin(
              town.manager(),
              Role.AID_MANAGER,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return making.compute(town.campaign, town.uai(town.here), 1, REGULAR);
              }));
    }
    for (Future<Optional<Answer<UUID>>> one : work) {
      assertThat(one.get(60, TimeUnit.SECONDS).orElseThrow()).isInstanceOf(Answer.Done.class);
    }
    assertThat(
            count(
                "select count(*) from aid_statement where campaign_id = ? and superseded_at is"
                    + " null",
                town.campaignKey))
        .isEqualTo(1);
  }

  private void tell(Object event) {
    assertThat(
            transactions
                .joined(
                    () -> {
                      events.fire(event);
                      return "told";
                    })
                .failure())
        .isNull();
  }

  @Test
  @DisplayName("M-E12 who moves, leaves and comes back is paid by days where they were")
  void moves() throws Exception {
    StatementTown town = StatementTown.found(territory);
    long alpha = town.granted(town.here, "ALPHA", "100.00");
    long pupil = count("select pupil_id from aid_application where id = ?", alpha);
    LocalDate second = LocalDate.of(2026, 9, 11);

    tell(new PupilsMoved(town.authority, town.there, List.of(pupil), second, "Essai"));
    assertThat(lines(town, draft(town, town.here, 1, REGULAR)))
        .containsExactly("DUE T1 ALPHA 10.00");
    assertThat(lines(town, draft(town, town.there, 1, REGULAR)))
        .containsExactly("DUE T1 ALPHA 90.00");

    LocalDate third = LocalDate.of(2026, 10, 1);
    town.run(
        "update pupil set status = 'LEFT', left_on = '2026-09-29', school_id = ? where id = ?",
        town.there,
        pupil);
    tell(new PupilsLeft(town.authority, town.there, List.of(pupil), third, "Essai"));
    assertThat(lines(town, draft(town, town.there, 1, REGULAR)))
        .as("the feed knew the day before the import did")
        .containsExactly("DUE T1 ALPHA 18.00");

    town.run("update pupil set status = 'ACTIVE', left_on = null where id = ?", pupil);
    LocalDate last = LocalDate.of(2026, 12, 9);
    tell(new PupilsReturned(town.authority, town.there, List.of(pupil), last, "Essai"));
    assertThat(lines(town, draft(town, town.there, 1, REGULAR)))
        .containsExactly("DUE T1 ALPHA 19.00");
    assertThat(lines(town, draft(town, town.here, 1, REGULAR)))
        .containsExactly("DUE T1 ALPHA 10.00");
  }

  @Test
  @DisplayName("M-E12 an application that names another school is recovered there and paid here")
  void another_school() throws Exception {
    StatementTown town = StatementTown.found(territory);
    long alpha = town.granted(town.here, "ALPHA", "100.00");
    closed(town, town.here, 1, REGULAR);
    town.run("update aid_application set school_id = ? where id = ?", town.there, alpha);

    assertThat(lines(town, draft(town, town.here, 1, CORRECTION)))
        .containsExactly("RECOVERY T1 ALPHA -100.00", "CARRIED_OUT T1 100.00");
    assertThat(lines(town, draft(town, town.there, 1, REGULAR)))
        .containsExactly("DUE T1 ALPHA 100.00");
  }

  @Test
  @DisplayName("M-H04: a bursar sees the own school, a manager all of the own authority")
  void a_bursar_sees_the_own_school_and_a_manager_what_is_missing() throws Exception {
    StatementTown town = StatementTown.found(territory);
    town.granted(town.here, "ALPHA", "90.00");
    town.granted(town.there, "BETA", "80.00");
    UUID here = draft(town, town.here, 1, REGULAR);
    Wanted wanted =
        new Wanted(Optional.empty(), Optional.of(1), Optional.empty(), "", Optional.empty());

    var managers =
        acting
            .as(town.manager(), Role.AID_MANAGER, () -> statements.overview(wanted))
            .orElseThrow();
    assertThat(managers.missing()).extracting(m -> m.name()).containsExactly("Collège de là-bas");
    draft(town, town.there, 1, REGULAR);
    var bursars =
        acting
            .as(town.bursar(town.here), Role.BURSAR, () -> statements.overview(wanted))
            .orElseThrow();
    assertThat(bursars.statements()).extracting(s -> s.publicId()).containsExactly(here);
    assertThat(bursars.all().total()).isEqualByComparingTo("90.00");
    assertThat(bursars.missing()).isEmpty();
    StatementTown elsewhere = StatementTown.found(territory);
    assertThat(acting.as(elsewhere.manager(), Role.AID_MANAGER, () -> statements.find(here)))
        .isEmpty();
    assertThat(
            acting.as(
                elsewhere.manager(),
                Role.AID_MANAGER,
                () -> making.compute(town.campaign, town.uai(town.here), 1, REGULAR)))
        .isEmpty();
  }
}
