package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.cession.Certificates;
import fr.gestmat.lending.boundary.cession.Cessions;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.control.cession.CessionBook.ClassLine;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.reminder.CessionOffers;
import fr.gestmat.system.incontainer.LendingTown.Device;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of schooling on the real database: choices, their undo, certificates. */
class CessionInContainerIT extends DeskTest {

  private static final String GIVEN = "agreement='NONE', given_at_end=1, given_mef='20212'";

  @Inject private Cessions cessions;
  @Inject private Certificates certificates;
  @Inject private CessionOffers.Job offers;
  @Inject private Downloads downloads;

  private Answer<String> choose(Caller who, UUID loan, boolean accepted, String chooser)
      throws Exception {
    return acting
        .as(who, roleOf(who), () -> cessions.choose(loan, accepted, chooser))
        .orElseThrow();
  }

  private Answer<String> takeBack(Caller who, UUID loan) throws Exception {
    return acting.as(who, roleOf(who), () -> cessions.undo(loan)).orElseThrow();
  }

  private static List<String> refused(Answer<String> answer) {
    return ((Answer.Refused<String>) answer).reasons().stream().map(r -> r.code()).toList();
  }

  private ClassLine classLine(Caller who) throws Exception {
    return acting.as(who, roleOf(who), cessions::overview).classes().get(0);
  }

  @Test
  void who_accepts_owns_the_device_until_it_is_undone_or_certified() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Caller manager = town.manager(town.here);
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");

    assertThat(choose(manager, ada.loan(), true, "PUPIL")).isInstanceOf(Answer.Done.class);
    assertThat(town.state(ada.device())).isEqualTo("OWNERSHIP_TRANSFERRED");
    assertThat(town.loans(ada.device())).containsExactly("CLOSED Ada OWNERSHIP_TRANSFERRED");
    assertThat(refused(choose(manager, ada.loan(), false, "PUPIL")))
        .containsExactly("decidedAlready");

    assertThat(takeBack(manager, ada.loan())).isInstanceOf(Answer.Done.class);
    assertThat(town.state(ada.device())).isEqualTo("ON_LOAN");
    assertThat(town.loans(ada.device())).containsExactly("OPEN Ada");
    assertThat(refused(takeBack(manager, ada.loan()))).containsExactly("nothingChosen");

    choose(manager, ada.loan(), true, "PUPIL");
    UUID file = print(manager, ada.loan());
    assertThat(
            acting.as(
                manager,
                Role.LOAN_MANAGER,
                () ->
                    new String(
                        downloads.open(file).orElseThrow().content().readAllBytes(),
                        0,
                        5,
                        StandardCharsets.US_ASCII)))
        .isEqualTo("%PDF-");
    Caller scans =
        new Caller(
            manager.accountId(),
            manager.accountPublicId(),
            manager.name(),
            town.authority,
            Set.of(new HeldRole(Role.LOAN_AGENT, town.here.id())),
            null,
            null);
    assertThat(acting.as(scans, Role.LOAN_AGENT, () -> downloads.open(file)))
        .as("L105: asked again when it is taken away")
        .isEmpty();
    assertThat(refused(takeBack(manager, ada.loan()))).containsExactly("certifiedAlready");
    print(manager, ada.loan());
    assertThat(
            town.column(
                "select number from ownership_transfer where authority_id = ?", town.authority))
        .as("printed twice, numbered once")
        .hasSize(1)
        .allMatch(n -> n.matches("CES-\\d{4}-000001"));
    assertThat(town.journal(ada.device()))
        .containsExactly(
            "OWNERSHIP_TRANSFERRED",
            "OWNERSHIP_UNDONE",
            "OWNERSHIP_TRANSFERRED",
            "CERTIFICATE_ISSUED");
  }

  private UUID print(Caller who, UUID loan) throws Exception {
    Optional<Answer<UUID>> answer = acting.as(who, roleOf(who), () -> certificates.print(loan));
    return ((Answer.Done<UUID>) answer.orElseThrow()).value();
  }

  @Test
  void who_refuses_has_to_bring_it_back_and_a_minor_does_not_choose_alone() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Caller manager = town.manager(town.here);
    Leaver ben = Leaver.in(town, "Ben", "2020-01-05");
    Leaver cy = Leaver.in(town, "Cy", "2000-01-05");

    assertThat(refused(choose(manager, ben.loan(), true, "PUPIL")))
        .containsExactly("guardianMustChoose");
    assertThat(refused(choose(manager, ben.loan(), true, UUID.randomUUID().toString())))
        .as("somebody else's guardian")
        .containsExactly("chooserMissing");
    assertThat(choose(manager, ben.loan(), false, "GUARDIAN")).isInstanceOf(Answer.Done.class);
    assertThat(town.state(ben.device())).isEqualTo("ON_LOAN");
    assertThat(
            town.value(
                "select to_return_since is not null from loan where public_id = ?",
                ben.loan().toString()))
        .isEqualTo("1");
    Optional<Answer<UUID>> certificate =
        acting.as(manager, Role.LOAN_MANAGER, () -> certificates.print(ben.loan()));
    assertThat(certificate.orElseThrow()).isInstanceOf(Answer.Refused.class);
    choose(manager, cy.loan(), true, "PUPIL");

    ClassLine line = classLine(manager);
    assertThat(List.of(line.eligible(), line.accepted(), line.refused(), line.open()))
        .containsExactly(2L, 1L, 1L, 0L);
    takeBack(manager, ben.loan());
    assertThat(
            town.value(
                "select to_return_since from loan where public_id = ?", ben.loan().toString()))
        .isEmpty();
    assertThat(classLine(manager).open()).isEqualTo(1);
  }

  @Test
  void a_hand_over_is_not_undone_once_somebody_chose() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Caller manager = town.manager(town.here);
    Caller agent = town.agent(town.here);
    for (boolean accepted : new boolean[] {true, false}) {
      String name = accepted ? "Ada" : "Ben";
      Leaver leaver = Leaver.in(town, name, "2000-01-05");
      scan(agent, town.checkIn(town.here, leaver.device().tag()));
      ScanRequest handOver = town.checkOut(town.here, leaver.device().tag(), leaver.pupil());
      UUID loan = scan(agent, handOver).loan().orElseThrow().id();
      assertThat(choose(manager, loan, accepted, "PUPIL")).isInstanceOf(Answer.Done.class);

      assertThat(said(answered(undo(agent, handOver.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
      takeBack(manager, loan);
      assertThat(said(answered(undo(agent, handOver.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
      assertThat(town.loans(leaver.device())).contains("OPEN " + name);
    }
  }

  @Test
  void who_may_choose_and_did_not_is_told_once_when_the_choice_opens() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN + ", given_from='08-01'");
    Leaver.in(town, "Ada", "2000-01-05");
    Leaver chose = Leaver.in(town, "Ben", "2000-01-05");
    assertThat(choose(town.manager(town.here), chose.loan(), false, "PUPIL"))
        .isInstanceOf(Answer.Done.class);
    town.lend(town.device(town.here), town.pupil(town.here, "Zoé"), town.here);

    offers.offer(town.authority);
    offers.offer(town.authority);
    assertThat(
            town.column(
                "select u.given_name from notice n join pupil u on u.id = n.pupil_id"
                    + " where n.authority_id = ? and n.kind = 'CESSION_OFFERED'",
                town.authority))
        .containsExactly("Ada");

    LendingTown anyTime = LendingTown.found(database, GIVEN);
    Leaver.in(anyTime, "Cléo", "2000-01-05");
    assertThat(offers.offer(anyTime.authority)).as("policy names no day").isZero();
  }

  @Test
  void nobody_chooses_before_the_day_of_the_policy() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN + ", given_from='07-31'");
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");
    Answer<String> answer = choose(town.manager(town.here), ada.loan(), true, "PUPIL");
    // It is the last day of a school year.
    boolean open = MonthDay.now(ZoneId.of("Europe/Paris")).equals(MonthDay.of(7, 31));
    if (open) {
      assertThat(answer).isInstanceOf(Answer.Done.class);
    } else {
      assertThat(refused(answer)).containsExactly("notOpenYet");
    }
  }

  @Test
  void an_incident_is_settled_before_a_device_is_kept() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Caller manager = town.manager(town.here);
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");
    town.run(
        "insert into incident (id, public_id, authority_id, school_id, device_id, category,"
            + " loan_id, pupil_id, kind, state, happened_on, declared_at, declared_by)"
            + " select next value for incident_seq, uuid(), l.authority_id, l.school_id,"
            + " l.device_id, l.category, l.id, l.pupil_id, 'BREAKAGE', 'DECLARED', current_date,"
            + " utc_timestamp(6), 'Essai' from loan l where l.public_id = ?",
        ada.loan().toString());
    assertThat(refused(choose(manager, ada.loan(), true, "PUPIL"))).containsExactly("incidentRuns");
    town.run("delete from incident where authority_id = ?", town.authority);
    assertThat(choose(manager, ada.loan(), true, "PUPIL")).isInstanceOf(Answer.Done.class);
  }

  @Test
  void policy_says_who_and_other_schools_see_nothing() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");
    Device other = town.device(town.here);
    long young = town.lend(other, town.pupil(town.here, "Zoé"), town.here);
    UUID loan = UUID.fromString(town.value("select public_id from loan where id = ?", young));
    Caller manager = town.manager(town.here);

    assertThat(classLine(manager).eligible()).as("the final year only").isEqualTo(1);
    assertThat(refused(choose(manager, loan, true, "GUARDIAN"))).containsExactly("notGiven");
    Caller there = town.manager(town.there);
    assertThat(
            acting.as(there, Role.LOAN_MANAGER, () -> cessions.choose(ada.loan(), true, "PUPIL")))
        .isEmpty();
    assertThat(acting.as(there, Role.LOAN_MANAGER, cessions::overview).classes()).isEmpty();
    scan(town.agent(town.here), town.checkIn(town.here, ada.device().tag()));
    assertThat(refused(choose(manager, ada.loan(), true, "PUPIL"))).contains("loanNotOpen");

    LendingTown strict = LendingTown.found(database);
    assertThat(
            acting.as(strict.manager(strict.here), Role.LOAN_MANAGER, cessions::overview).given())
        .isFalse();
  }

  @Test
  void two_who_note_different_choices_at_once_and_numbers_without_a_gap() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Caller manager = town.manager(town.here);
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");
    List<Answer<String>> answers = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Optional<Answer<String>>>> work = new ArrayList<>();
    for (boolean accepted : new boolean[] {true, false}) {
      work.add(
          acting.begin(
              manager,
              Role.LOAN_MANAGER,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return cessions.choose(ada.loan(), accepted, "PUPIL");
              }));
    }
    for (Future<Optional<Answer<String>>> one : work) {
      answers.add(one.get(60, TimeUnit.SECONDS).orElseThrow());
    }
    assertThat(answers).filteredOn(a -> a instanceof Answer.Done).hasSize(1);
    assertThat(answers).filteredOn(a -> a instanceof Answer.Refused).hasSize(1);

    List<UUID> loans = new ArrayList<>();
    for (String name : List.of("Ben", "Cy", "Dan", "Eve")) {
      Leaver leaver = Leaver.in(town, name, "2000-01-05");
      choose(manager, leaver.loan(), true, "PUPIL");
      loans.add(leaver.loan());
    }
    CyclicBarrier together = new CyclicBarrier(loans.size());
    List<Future<Optional<Answer<UUID>>>> prints = new ArrayList<>();
    for (UUID loan : loans) {
      prints.add(
          acting.begin(
              manager,
              Role.LOAN_MANAGER,
              () -> {
                together.await(30, TimeUnit.SECONDS);
                return certificates.print(loan);
              }));
    }
    for (Future<Optional<Answer<UUID>>> one : prints) {
      assertThat(one.get(60, TimeUnit.SECONDS).orElseThrow()).isInstanceOf(Answer.Done.class);
    }
    assertThat(
            town.column(
                "select substring(number, 10) from ownership_transfer where authority_id = ?"
                    + " and number is not null order by number",
                town.authority))
        .containsExactly("000001", "000002", "000003", "000004");
  }
}
