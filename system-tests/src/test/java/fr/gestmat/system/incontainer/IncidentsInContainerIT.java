package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.incident.Claims;
import fr.gestmat.lending.boundary.incident.IncidentDeclarations;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.boundary.stock.Declarations;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.incident.PresumedLoss;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Breakage, loss and theft from the declaration to the end, with what desks then answer. */
class IncidentsInContainerIT extends DeskTest {

  @Inject private Incidents incidents;
  @Inject private IncidentDeclarations incidentDeclarations;
  @Inject private OwnIncidents own;
  @Inject private Repairs repairs;
  @Inject private Claims claims;
  @Inject private Declarations declarations;
  @Inject private PresumedLoss presumed;

  private LendingTown town;
  private Caller manager;
  private Caller agent;
  private Pupil ada;
  private Device laptop;
  private long loan;

  @BeforeEach
  void adaHoldsALaptop() throws Exception {
    town = LendingTown.found(database);
    manager = town.manager(town.here);
    agent = town.agent(town.here);
    ada = town.pupil(town.here, "Ada");
    laptop = town.device(town.here);
    loan = town.lend(laptop, ada, town.here);
    price("389.00");
    policy("LOSS", "NONE", false, "REPLACEMENT_PRICE", true, true);
    policy("THEFT", "EMERGENCY", true, "NONE", false, false);
    policy("BREAKAGE", "STOCK", false, "REPAIR_COST", false, false);
  }

  @Test
  void l072_aLossIsDeclaredOnceDecidedByPolicyChargedAndBlocks() throws Exception {
    UUID id = declare(IncidentKind.LOSS, "");
    assertThat(
            refused(
                asManager(
                    () ->
                        incidentDeclarations.declare(
                            laptop.publicId(), form(IncidentKind.LOSS, ""), false))))
        .containsExactly("kind incidentRuns");
    assertThat(said(lend(ada))).as("until it is decided").contains("PUPIL_BLOCKED");

    done(asManager(() -> incidents.decide(id, version(id))));

    assertThat(town.state(laptop)).isEqualTo("LOST");
    assertThat(town.loans(laptop)).containsExactly("LOST Ada");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");
    assertThat(said(lend(ada))).contains("PUPIL_BLOCKED");
    assertThat(refused(asManager(() -> incidents.decide(id, version(id)))))
        .as("twice")
        .containsExactly("kind incidentOver");
    assertThat(asManager(() -> incidents.decide(UUID.randomUUID(), 0))).as("unknown").isEmpty();
    assertThat(
            refused(
                asManager(
                    () ->
                        incidentDeclarations.declare(
                            laptop.publicId(), form(IncidentKind.THEFT, ""), false))))
        .contains("kind incidentRuns");
  }

  @Test
  void l020_aLostDeviceThatIsFoundEndsItsIncidentAndDropsItsCharge() throws Exception {
    lost();

    ScanAnswer found = scan(agent, town.checkIn(town.here, laptop.tag()));

    assertThat(said(found)).isEqualTo("WARNING LOST_FOUND CHARGE_CANCELLED");
    assertThat(town.state(laptop)).isEqualTo("IN_STOCK");
    assertThat(charges()).containsExactly("CANCELLED 389.00 LOSS");
    assertThat(incidentRows()).containsExactly("LOSS CLOSED FOUND");
    assertThat(said(lend(ada))).isEqualTo("OK LENT");
  }

  @Test
  void l023_aPaidChargeIsToBeRefundedAndUndoPutsEverythingBack() throws Exception {
    lost();
    town.run(
        "insert into charge_batch set id = nextval(charge_batch_seq), public_id = uuid(),"
            + " authority_id = ?, charges = 1, corrections = 0, sent_at = utc_timestamp(6),"
            + " sent_by = 'Essai'",
        town.authority);
    town.run(
        "update recovery_charge set state = 'PAID', charge_year = 2026, number = 1,"
            + " batch_id = (select max(id) from charge_batch where authority_id = ?)"
            + " where authority_id = ?",
        town.authority,
        town.authority);
    ScanRequest request = town.checkIn(town.here, laptop.tag());

    assertThat(said(scan(agent, request))).isEqualTo("WARNING LOST_FOUND CHARGE_TO_REFUND");
    assertThat(charges()).containsExactly("TO_REFUND 389.00 LOSS");
    assertThat(
            town.value(
                "select correction_due from recovery_charge where authority_id = ?",
                town.authority))
        .isEqualTo("1");

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("OK UNDONE");
    assertThat(charges()).containsExactly("PAID 389.00 LOSS");
    assertThat(incidentRows()).containsExactly("LOSS DECIDED");
    assertThat(town.state(laptop)).isEqualTo("LOST");
  }

  @Test
  void l020_whatPolicyKeepsDueStaysDueWhenTheDeviceIsFound() throws Exception {
    policy("LOSS", "NONE", false, "REPLACEMENT_PRICE", true, false);
    lost();

    assertThat(said(scan(agent, town.checkIn(town.here, laptop.tag()))))
        .isEqualTo("WARNING LOST_FOUND CHARGE_KEPT");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");
  }

  @Test
  void aTheftGivesADeviceOfTheEmergencyStockOnceThePoliceReportIsThere() throws Exception {
    UUID id = declare(IncidentKind.THEFT, "");
    done(asManager(() -> incidents.decide(id, version(id))));
    assertThat(town.state(laptop)).isEqualTo("STOLEN");
    assertThat(town.loans(laptop)).containsExactly("CLOSED Ada DECLARED_STOLEN");
    Device spare = town.device(town.here);
    town.run("update device set emergency = true where id = ?", spare.id());
    assertThat(said(lend(ada, spare))).contains("DEVICE_FOR_EMERGENCIES").contains("PUPIL_BLOCKED");

    done(
        asManager(
            () ->
                incidents.describe(
                    id, version(id), "2026/004512", Optional.of(today()), "MAIF", "S-1")));

    assertThat(said(lend(town.pupil(town.here, "Ben"), spare)))
        .isEqualTo("REFUSED DEVICE_FOR_EMERGENCIES");
    assertThat(said(lend(ada, spare))).isEqualTo("OK LENT REPLACEMENT_GIVEN");
    assertThat(
            town.value(
                "select replacement_loan_id is not null from incident where authority_id = ?",
                town.authority))
        .isEqualTo("1");
    assertThat(said(lend(ada))).as("one new device, not two").isEqualTo("REFUSED LIMIT_REACHED");
  }

  @Test
  void aBreakageIsReplacedMendedAndItsCostAskedNeverMoreThanThePrice() throws Exception {
    UUID id = declare(IncidentKind.BREAKAGE, "");
    done(asManager(() -> incidents.decide(id, version(id))));
    assertThat(charges()).isEmpty();
    assertThat(said(lend(ada))).as("beside the broken one").isEqualTo("OK LENT REPLACEMENT_GIVEN");
    ScanRequest back = town.checkIn(town.here, laptop.tag());
    scan(agent, back);
    declareDevice(Declaration.REPAIR, "écran");
    Repairs.Card card = asManager(() -> repairs.of(laptop.publicId())).orElseThrow();
    assertThat(card.repairs()).hasSize(1);
    assertThat(card.repairs().get(0).incidentKey()).isPresent();

    done(
        asManager(
            () ->
                repairs.describe(
                    laptop.publicId(),
                    card.repairs().get(0).id(),
                    0,
                    new Repairs.Form(
                        "88213",
                        "Répar'Tout",
                        false,
                        true,
                        "",
                        Optional.of(new BigDecimal("412.40")),
                        true))));

    assertThat(charges()).containsExactly("PROPOSED 389.00 BREAKAGE");
    ScanRequest mended =
        town.scan(
            fr.gestmat.lending.control.ScanMode.CHECK_IN,
            town.here,
            laptop.tag(),
            null,
            "RECEIVE_FROM_REPAIR");
    assertThat(said(scan(agent, mended))).isEqualTo("OK REPAIR_RECEIVED");
    assertThat(incidentRows()).containsExactly("BREAKAGE CLOSED REPAIRED");
    assertThat(
            asManager(() -> repairs.of(laptop.publicId()))
                .orElseThrow()
                .repairs()
                .get(0)
                .returnedAt())
        .isPresent();
    undo(agent, mended.scanId());
    assertThat(incidentRows()).containsExactly("BREAKAGE DECIDED");
    assertThat(
            asManager(() -> repairs.of(laptop.publicId()))
                .orElseThrow()
                .repairs()
                .get(0)
                .returnedAt())
        .isEmpty();
  }

  @Test
  void whatTheStockDeclaresLostIsTheSameIncidentAndTakingItBackCancelsIt() throws Exception {
    declareDevice(Declaration.LOST, "bus");
    assertThat(incidentRows()).containsExactly("LOSS DECIDED");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");

    asManager(() -> declarations.undo(laptop.publicId(), deviceVersion()));

    assertThat(town.state(laptop)).isEqualTo("ON_LOAN");
    assertThat(incidentRows()).containsExactly("LOSS CANCELLED MISTAKE");
    assertThat(charges()).containsExactly("CANCELLED 389.00 LOSS");
  }

  @Test
  void aLossAfterABreakageAsksOnceAndItsUndoAsksForTheBreakageAgain() throws Exception {
    policy("BREAKAGE", "NONE", false, "REPLACEMENT_PRICE", false, false);
    UUID broken = declare(IncidentKind.BREAKAGE, "");
    done(asManager(() -> incidents.decide(broken, version(broken))));

    declareDevice(Declaration.LOST, "bus");

    assertThat(incidentRows()).containsExactly("BREAKAGE CANCELLED SUPERSEDED", "LOSS DECIDED");
    assertThat(charges()).containsExactly("CANCELLED 389.00 BREAKAGE", "PROPOSED 389.00 LOSS");

    asManager(() -> declarations.undo(laptop.publicId(), deviceVersion()));

    assertThat(incidentRows()).containsExactly("BREAKAGE DECIDED", "LOSS CANCELLED MISTAKE");
    assertThat(charges()).containsExactly("PROPOSED 389.00 BREAKAGE", "CANCELLED 389.00 LOSS");
  }

  @Test
  void aRepairEndsWithADeviceThatIsLostThereAndItsUndoSendsItAgain() throws Exception {
    scan(agent, town.checkIn(town.here, laptop.tag()));
    declareDevice(Declaration.REPAIR, "écran");
    declareDevice(Declaration.LOST, "perdu par le transporteur");
    assertThat(running()).isEqualTo("0");

    asManager(() -> declarations.undo(laptop.publicId(), deviceVersion()));
    assertThat(town.state(laptop)).isEqualTo("IN_REPAIR");
    assertThat(running()).isEqualTo("1");

    declareDevice(Declaration.WITHDRAWN, "irréparable");
    assertThat(running()).isEqualTo("0");
  }

  private String running() throws Exception {
    return town.value(
        "select count(*) from repair where authority_id = ? and returned_at is null",
        town.authority);
  }

  @Test
  void aFamilyDeclaresItsOwnDeviceAndNobodyElses() throws Exception {
    Caller mother = guardian(ada);
    UUID loanId = UUID.fromString(town.value("select public_id from loan where id = ?", loan));
    assertThat(as(mother, Role.GUARDIAN, own::overview).held())
        .extracting(OwnIncidents.Held::assetTag)
        .containsExactly(laptop.tag());

    UUID id =
        done(as(mother, Role.GUARDIAN, () -> own.declare(loanId, form(IncidentKind.LOSS, ""))));

    Incidents.Card card = asManager(() -> incidents.find(id)).orElseThrow();
    assertThat(card.incident().byFamily()).isTrue();
    assertThat(card.incident().state()).isEqualTo(IncidentState.DECLARED);
    assertThat(town.state(laptop)).as("nothing is decided").isEqualTo("ON_LOAN");
    Caller stranger = guardian(town.pupil(town.here, "Ben"));
    assertThat(as(stranger, Role.GUARDIAN, () -> own.declare(loanId, form(IncidentKind.LOSS, ""))))
        .isEmpty();
    assertThat(as(stranger, Role.GUARDIAN, own::overview).incidents()).isEmpty();
  }

  @Test
  void l043_incidentsOfAnotherSchoolLookLikeNone() throws Exception {
    UUID id = declare(IncidentKind.LOSS, "");
    Caller elsewhere = town.manager(town.there);

    assertThat(as(elsewhere, Role.LOAN_MANAGER, () -> incidents.find(id))).isEmpty();
    assertThat(as(elsewhere, Role.LOAN_MANAGER, () -> incidents.decide(id, 0))).isEmpty();
    assertThat(
            as(elsewhere, Role.LOAN_MANAGER, () -> incidents.list(true, Long.MAX_VALUE))
                .incidents())
        .isEmpty();
    assertThat(
            as(LendingTown.found(database).region(), Role.REGION_MANAGER, () -> incidents.find(id)))
        .isEmpty();
  }

  @Test
  void l073_l075_lossesArePresumedOncePastTheIntervalAndNeverOfAClaim() throws Exception {
    town.run(
        "update lending_policy set presumed_lost_days = 30 where authority_id = ?", town.authority);
    Device claimed = town.device(town.here);
    town.lend(claimed, town.pupil(town.here, "Ben"), town.here);
    Device late = town.device(town.here);
    town.lend(late, town.pupil(town.here, "Cléo"), town.here);
    due(laptop, 31);
    due(claimed, 31);
    due(late, 30);
    assertThat(refusedState(asManager(() -> claims.claim(claimed.publicId(), Optional.empty()))))
        .containsExactly("claimedOn claimDateMissing");
    asManager(() -> claims.claim(claimed.publicId(), Optional.of(today().minusDays(40))));
    assertThat(
            refusedState(
                asManager(
                    () -> claims.claim(claimed.publicId(), Optional.of(today().minusDays(40))))))
        .as("needs an open loan")
        .contains("claimedOn claimWithoutLoan");

    presumed.run();
    presumed.run();

    assertThat(town.state(laptop)).isEqualTo("LOST");
    assertThat(town.journal(laptop)).containsExactly("PRESUMED_LOST");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");
    assertThat(town.loans(claimed)).containsExactly("CLAIMED_RETURNED Ben");
    assertThat(town.state(late)).as("30 days are not past").isEqualTo("ON_LOAN");
    town.run(
        "update lending_policy set presumed_lost_days = null where authority_id = ?",
        town.authority);
    due(late, 300);
    presumed.run();
    assertThat(town.state(late)).as("no interval, no presumption").isEqualTo("ON_LOAN");
  }

  @Test
  void theFamilyIsToldOfADecisionAndOfWhatIsFoundInOneMail() throws Exception {
    lost();
    assertThat(told()).containsExactly("INCIDENT_DECIDED");
    assertThat(town.value("select facts from notice where authority_id = ?", town.authority))
        .contains("perte")
        .contains("Aucun matériel n'est prêté tant que ce dossier n'est pas clos.")
        .doesNotContain("389,00");
    town.run(
        "update recovery_charge set state = 'VALIDATED' where authority_id = ?", town.authority);

    scan(agent, town.checkIn(town.here, laptop.tag()));

    assertThat(told()).containsExactly("INCIDENT_DECIDED", "DEVICE_FOUND", "CHARGE_CANCELLED");
    assertThat(
            town.value(
                "select count(distinct batch) from notice where authority_id = ? and"
                    + " kind in ('DEVICE_FOUND', 'CHARGE_CANCELLED')",
                town.authority))
        .isEqualTo("1");
  }

  @Test
  void nobodyIsToldWhatHappenedToADeviceThatNobodyHeld() throws Exception {
    scan(agent, town.checkIn(town.here, laptop.tag()));

    lost();

    assertThat(told()).isEmpty();
  }

  @Test
  @DisplayName("L019 a claim is refused while nothing can be written down, and the school knows it")
  void aClaimIsRefusedThatNobodyCanBeToldOf() throws Exception {
    UUID device = laptop.publicId();
    asManager(() -> claims.claim(device, Optional.of(today().minusDays(3))));

    Trouble.noNoticeOf(
        town.authority,
        () ->
            assertThat(asManager(() -> claims.refuse(device, "Ni à la loge, ni au CDI.")))
                .contains(new Answer.Done<>(false)));

    assertThat(town.loans(laptop)).containsExactly("OPEN Ada");
    assertThat(told()).isEmpty();
  }

  private List<String> told() throws Exception {
    return town.column(
        "select kind from notice where authority_id = ? order by id", town.authority);
  }

  @Test
  void l073_aClaimThatIsNotFoundIsRefusedWithAReasonAndTheLoanIsOpenAgain() throws Exception {
    UUID device = laptop.publicId();
    assertThat(refusedState(asManager(() -> claims.refuse(device, "Introuvable"))))
        .as("nobody said so")
        .containsExactly("motif noClaim");
    asManager(() -> claims.claim(device, Optional.of(today().minusDays(3))));
    assertThat(asManager(() -> claims.claimed(device))).contains(today().minusDays(3));
    assertThat(refusedState(asManager(() -> claims.refuse(device, "  "))))
        .containsExactly("motif claimReasonMissing");
    assertThat(
            as(
                town.manager(town.there),
                Role.LOAN_MANAGER,
                () -> claims.refuse(device, "Introuvable")))
        .as("L043 no such device for another school")
        .isEmpty();

    assertThat(asManager(() -> claims.refuse(device, "Ni à la loge, ni au CDI.")))
        .as("the family will be told")
        .contains(new Answer.Done<>(true));

    assertThat(town.loans(laptop)).containsExactly("OPEN Ada");
    assertThat(asManager(() -> claims.claimed(device))).isEmpty();
    assertThat(town.journal(laptop)).containsExactly("CLAIMED_RETURNED", "CLAIM_REFUSED");
    assertThat(
            town.value(
                "select facts from notice where authority_id = ? and kind = 'CLAIM_REFUSED'",
                town.authority))
        .contains("Ni à la loge, ni au CDI.");
    assertThat(said(scan(agent, town.checkIn(town.here, laptop.tag()))))
        .as("a return like any other")
        .isEqualTo("OK RETURNED");
  }

  @Test
  void l075_oneRunPresumesMany() throws Exception {
    town.run(
        "update lending_policy set presumed_lost_days = 30 where authority_id = ?", town.authority);
    for (int i = 0; i < 25; i++) {
      Device each = town.device(town.here);
      town.lend(each, town.pupil(town.here, "Élève" + i), town.here);
      due(each, 60);
    }

    presumed.run();

    assertThat(
            town.value(
                "select count(*) from device where authority_id = ? and state = 'LOST'",
                town.authority))
        .isEqualTo("25");
  }

  @Test
  void l077_aDeviceOnLoanIsNeverWithdrawn() throws Exception {
    Answer<?> answer = declareDevice(Declaration.WITHDRAWN, "à jeter");

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(town.state(laptop)).isEqualTo("ON_LOAN");
    assertThat(town.loans(laptop)).containsExactly("OPEN Ada");
  }

  private void lost() throws Exception {
    UUID id = declare(IncidentKind.LOSS, "");
    done(asManager(() -> incidents.decide(id, version(id))));
  }

  private UUID declare(IncidentKind kind, String report) throws Exception {
    return done(
        as(
            agent,
            Role.LOAN_AGENT,
            () -> incidentDeclarations.declare(laptop.publicId(), form(kind, report), false)));
  }

  private IncidentForm form(IncidentKind kind, String report) {
    return new IncidentForm(
        Optional.of(kind), Optional.of(today()), "", "Dans le bus", report, Optional.empty());
  }

  private ScanAnswer lend(Pupil pupil) throws Exception {
    return lend(pupil, town.device(town.here));
  }

  private ScanAnswer lend(Pupil pupil, Device device) throws Exception {
    return scan(agent, town.checkOut(town.here, device.tag(), pupil));
  }

  private Answer<?> declareDevice(Declaration what, String reason) throws Exception {
    return asManager(
            () ->
                declarations.declare(
                    laptop.publicId(),
                    deviceVersion(),
                    Optional.empty(),
                    new Wish(what, reason, "", Optional.empty(), Optional.empty(), false)))
        .orElseThrow();
  }

  private int deviceVersion() throws Exception {
    return Integer.parseInt(town.value("select version from device where id = ?", laptop.id()));
  }

  private int version(UUID incident) throws Exception {
    return Integer.parseInt(
        town.value("select version from incident where public_id = ?", incident.toString()));
  }

  private List<String> charges() throws Exception {
    return town.column(
        "select concat_ws(' ', state, amount, reason) from recovery_charge where authority_id = ?"
            + " order by id",
        town.authority);
  }

  private List<String> incidentRows() throws Exception {
    return town.column(
        "select concat_ws(' ', kind, state, closing) from incident where authority_id = ?"
            + " order by id",
        town.authority);
  }

  private void due(Device device, int daysAgo) throws Exception {
    town.run(
        "update loan set due_on = ? where device_id = ?",
        today().minusDays(daysAgo).toString(),
        device.id());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Paris"));
  }

  private void price(String amount) throws Exception {
    for (int year = 2020; year < 2040; year++) {
      town.run(
          "insert into replacement_price (model_id, school_year, amount) values (?, ?, ?)",
          town.model,
          year,
          amount);
    }
  }

  private void policy(
      String kind, String from, boolean report, String charge, boolean blocks, boolean refund)
      throws Exception {
    town.run(
        "replace into lending_policy_incident (policy_id, kind, replacement, needs_police_report,"
            + " charge, blocks_new_loan, refund_if_found) values ((select id from lending_policy"
            + " where authority_id = ?), ?, ?, ?, ?, ?, ?)",
        town.authority,
        kind,
        from,
        report,
        charge,
        blocks,
        refund);
  }

  private Caller guardian(Pupil child) throws Exception {
    String id = town.value("select next value for guardian_seq");
    town.run(
        "insert into guardian (id, public_id, authority_id, source, external_id, family_name,"
            + " given_name) values (?, uuid(), ?, 'AAF', ?, 'Essai', 'Mère')",
        id,
        town.authority,
        "G" + id);
    town.run(
        "insert into guardianship (pupil_id, guardian_external_id, guardian_id, kind, rank_order,"
            + " parental_authority, pays_fees, is_contact) values (?, ?, ?, 'MOTHER', 1, true,"
            + " true, true)",
        child.id(),
        "G" + id,
        id);
    return new Caller(
        990_000_000L + Long.parseLong(id),
        UUID.randomUUID(),
        "Mère Essai",
        town.authority,
        Set.of(new HeldRole(Role.GUARDIAN, null)),
        null,
        Long.parseLong(id));
  }

  private <T> T asManager(Callable<T> work) throws Exception {
    return as(manager, Role.LOAN_MANAGER, work);
  }

  private <T> T as(Caller who, Role role, Callable<T> work) throws Exception {
    return acting.as(who, role, work);
  }

  private static UUID done(Optional<Answer<UUID>> answer) {
    assertThat(answer.orElseThrow()).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<UUID>) answer.orElseThrow()).value();
  }

  private static List<String> refused(Optional<Answer<UUID>> answer) {
    return reasons(answer.orElseThrow());
  }

  private static <T> List<String> refusedState(Optional<Answer<T>> answer) {
    return reasons(answer.orElseThrow());
  }

  private static <T> List<String> reasons(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer)
        .reasons().stream().map(r -> r.field() + " " + r.code()).toList();
  }
}
