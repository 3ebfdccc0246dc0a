package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.charge.Finance;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Losses and thefts: declared, decided by policy, charged, undone and told. */
class IncidentsInContainerIT extends IncidentTest {

  @Inject private OwnIncidents own;
  @Inject private Finance finance;

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
  void l020_aLostDeviceThatIsFoundOnceItsIncidentIsSettledDropsItsChargeToo() throws Exception {
    settled();
    ScanRequest request = town.checkIn(town.here, laptop.tag());

    assertThat(said(scan(agent, request))).isEqualTo("WARNING LOST_FOUND CHARGE_CANCELLED");
    assertThat(charges()).containsExactly("CANCELLED 389.00 LOSS");
    assertThat(incidentRows()).containsExactly("LOSS CLOSED SETTLED");
    assertThat(told()).contains("DEVICE_FOUND");

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("OK UNDONE");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");
    assertThat(incidentRows()).containsExactly("LOSS CLOSED SETTLED");
  }

  @Test
  void l020_whatPolicyKeepsDueStaysDueAndIsSaidOnceTheIncidentIsSettled() throws Exception {
    policy("LOSS", "NONE", false, "REPLACEMENT_PRICE", true, false);
    settled();

    assertThat(said(scan(agent, town.checkIn(town.here, laptop.tag()))))
        .isEqualTo("WARNING LOST_FOUND CHARGE_KEPT");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");
  }

  @Test
  void l023_aPaidChargeIsToBeRefundedAndUndoPutsEverythingBack() throws Exception {
    lost();
    paid();
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
  void aReturnIsNotUndoneOnceFinanceKnowsThatItsChargeIsGivenBack() throws Exception {
    lost();
    paid();
    ScanRequest request = town.checkIn(town.here, laptop.tag());
    scan(agent, request);
    assertThat(as(town.region(), Role.REGION_MANAGER, finance::send)).isPresent();

    assertThat(said(answered(undo(agent, request.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
    assertThat(charges()).containsExactly("TO_REFUND 389.00 LOSS");
    assertThat(incidentRows()).containsExactly("LOSS CLOSED FOUND");
    assertThat(town.state(laptop)).isEqualTo("IN_STOCK");
  }

  @Test
  void aFindIsNotTakenBackOnceFinanceKnowsThatItsChargeIsGivenBack() throws Exception {
    lost();
    paid();
    assertThat(declareDevice(Declaration.FOUND, "au gymnase")).isInstanceOf(Answer.Done.class);
    assertThat(charges()).containsExactly("TO_REFUND 389.00 LOSS");
    as(town.region(), Role.REGION_MANAGER, finance::send);

    assertThat(asManager(() -> declarations.undo(laptop.publicId(), deviceVersion())).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
    assertThat(charges()).containsExactly("TO_REFUND 389.00 LOSS");
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
  void aHandOverIsNotUndoneOnceAnIncidentTellsOfItsLoan() throws Exception {
    Device second = town.device(town.here);
    ScanRequest out = town.checkOut(town.here, second.tag(), town.pupil(town.here, "Ben"));
    assertThat(said(scan(agent, out))).isEqualTo("OK LENT");
    done(
        as(
            agent,
            Role.LOAN_AGENT,
            () ->
                incidentDeclarations.declare(
                    second.publicId(), form(IncidentKind.BREAKAGE, ""), false)));

    assertThat(said(answered(undo(agent, out.scanId())))).isEqualTo("REFUSED UNDO_TOO_LATE");
    assertThat(town.loans(second)).containsExactly("OPEN Ben");
    assertThat(incidentRows()).containsExactly("BREAKAGE DECLARED");
  }

  @Test
  void l077_aDeviceOnLoanIsNeverWithdrawn() throws Exception {
    Answer<?> answer = declareDevice(Declaration.WITHDRAWN, "à jeter");

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(town.state(laptop)).isEqualTo("ON_LOAN");
    assertThat(town.loans(laptop)).containsExactly("OPEN Ada");
  }

  private void settled() throws Exception {
    UUID id = lost();
    done(asManager(() -> incidents.close(id, version(id))));
  }

  private UUID lost() throws Exception {
    UUID id = declare(IncidentKind.LOSS, "");
    return done(asManager(() -> incidents.decide(id, version(id))));
  }

  /** What was asked for the laptop was sent to the finance system, and paid. */
  private void paid() throws Exception {
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

  private static List<String> refused(Optional<Answer<UUID>> answer) {
    return reasons(answer.orElseThrow());
  }
}
