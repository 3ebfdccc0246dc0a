package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.lending.boundary.incident.IncidentDeclarations;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.boundary.stock.Declarations;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.incident.RepairRows.Repair;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of the repairs of a device: what serves meanwhile, and what it costs. */
class RepairsInContainerIT extends DeskTest {

  @Inject private Incidents incidents;
  @Inject private IncidentDeclarations incidentDeclarations;
  @Inject private Declarations declarations;
  @Inject private Repairs repairs;

  private LendingTown town;
  private Caller manager;
  private Pupil ada;
  private Device laptop;

  @BeforeEach
  void adaHoldsALaptop() throws Exception {
    town = LendingTown.found(database);
    manager = town.manager(town.here);
    ada = town.pupil(town.here, "Ada");
    laptop = town.device(town.here);
    town.lend(laptop, ada, town.here);
  }

  @Test
  void whatIsInStockHereServesAndWhatMayNotBeSeenIsLikeNothing() throws Exception {
    sent("STOCK");
    Device there = town.device(town.there);
    for (String tag : List.of("T-000000", laptop.tag(), there.tag(), foreign().tag())) {
      assertThat(codes(swap(manager, tag))).as(tag).containsExactly("swap swapUnknown");
    }
    assertThat(codes(swap(town.region(), there.tag()))).containsExactly("swap swapElsewhere");
    assertThat(latest().swapTag()).isEmpty();

    Device spare = town.device(town.here);
    done(swap(manager, " " + spare.tag().toLowerCase(Locale.ROOT) + " "));

    assertThat(latest().swapTag()).contains(spare.tag());
  }

  private Device foreign() throws Exception {
    LendingTown other = LendingTown.found(database);
    return other.device(other.here);
  }

  @Test
  void whatTheSamePupilHasServesAndWhatAnotherHasDoesNot() throws Exception {
    sent("STOCK");
    Device adas = town.device(town.here);
    long loan = town.lend(adas, ada, town.here);
    Device bens = town.device(town.here);
    town.lend(bens, town.pupil(town.here, "Ben"), town.here);

    assertThat(codes(swap(manager, bens.tag()))).containsExactly("swap swapLent");
    assertThat(codes(swap(manager, town.device(town.here, "TO_CHECK").tag())))
        .containsExactly("swap swapToCheck");
    town.run("update loan set state = 'CLAIMED_RETURNED' where id = ?", loan);
    assertThat(codes(swap(manager, adas.tag()))).containsExactly("swap swapClaimed");
    town.run("update loan set state = 'OPEN' where id = ?", loan);
    done(swap(manager, adas.tag()));
    assertThat(latest().swapTag()).contains(adas.tag());
  }

  @Test
  void whatServesAlreadyStaysAsItWasSaidWhereverItIsToday() throws Exception {
    sent("STOCK");
    Device spare = town.device(town.here);
    done(swap(manager, spare.tag()));
    town.lend(spare, town.pupil(town.here, "Ben"), town.here);

    done(describe(manager, latest(), spare.tag(), "30.00"));

    assertThat(latest().swapTag()).contains(spare.tag());
    done(swap(manager, ""));
    assertThat(latest().swapTag()).isEmpty();
    assertThat(codes(swap(manager, spare.tag()))).containsExactly("swap swapLent");
  }

  @Test
  void whatIsKeptForAnotherPupilOrReplacesAnotherDeviceDoesNotServe() throws Exception {
    sent("STOCK");
    Device kept = town.device(town.here);
    keep(kept, town.pupil(town.here, "Ben"));
    assertThat(codes(swap(manager, kept.tag()))).containsExactly("swap swapReserved");
    Device own = town.device(town.here);
    keep(own, ada);
    done(swap(manager, own.tag()));

    Device broken = town.device(town.here, "IN_REPAIR");
    town.run(
        "insert into repair set id = nextval(repair_seq), public_id = uuid(), authority_id = ?,"
            + " school_id = ?, device_id = ?, sent_at = utc_timestamp(6), sent_by = 'Essai'",
        town.authority,
        town.here.id(),
        broken.id());
    Repair other = of(broken).get(0);
    assertThat(codes(describe(manager, broken, other, own.tag(), "")))
        .as("kept for Ada, of whom this repair knows nothing, and it serves already")
        .containsExactly("swap swapReserved", "swap swapServes");
  }

  @Test
  void theEmergencyStockServesOnlyWhereAnIncidentGivesIt() throws Exception {
    Device spare = town.device(town.here);
    town.run("update device set emergency = true where id = ?", spare.id());
    UUID incident = sent("STOCK");
    assertThat(codes(swap(manager, spare.tag()))).containsExactly("swap swapEmergency");

    town.run(
        "update incident set replacement = 'EMERGENCY' where public_id = ?", incident.toString());

    done(swap(manager, spare.tag()));
  }

  @Test
  void aProposalFollowsTheCostOfAnOlderRepairUntilItIsValidated() throws Exception {
    price("389.00");
    sent("STOCK");
    done(describe(manager, latest(), "", "45.00"));
    back();
    send();
    Repair older = of(laptop).get(1);
    assertThat(charges()).containsExactly("PROPOSED 45.00");

    done(correct(manager, older, "61.50"));
    assertThat(of(laptop).get(1).cost()).contains(new BigDecimal("61.50"));
    assertThat(charges()).containsExactly("PROPOSED 61.50");
    assertThat(correct(manager, older, "70.00"))
        .as("somebody was faster")
        .isInstanceOf(Answer.Stale.class);
    done(correct(manager, of(laptop).get(1), "412.40"));
    assertThat(charges()).as("never more than the price").containsExactly("PROPOSED 389.00");
    assertThat(asManager(() -> repairs.of(laptop.publicId())).orElseThrow().charges().values())
        .extracting(c -> c.state() + " " + c.amount())
        .containsExactly("PROPOSED 389.00");

    town.run(
        "update recovery_charge set state = 'VALIDATED' where authority_id = ?", town.authority);
    done(correct(manager, of(laptop).get(1), "20.00"));

    assertThat(charges()).containsExactly("VALIDATED 389.00");
    assertThat(of(laptop).get(1).cost()).contains(new BigDecimal("20.00"));
    assertThat(
            town.column(
                "select concat(json_value(detail, '$.cost[0]'), ' ', json_value(detail,"
                    + " '$.cost[1]')) from journal_entry"
                    + " where subject_type = 'DEVICE' and subject_id = ? and action ="
                    + " 'REPAIR_COST_CORRECTED' order by id",
                laptop.id()))
        .containsExactly("45.00 61.50", "61.50 412.40", "412.40 20.00");
    assertThat(
            town.column(
                "select concat(json_value(detail, '$.amount[0]'), ' ', json_value(detail,"
                    + " '$.amount[1]')) from journal_entry where authority_id = ?"
                    + " and action = 'CHARGE_MOVED' order by id",
                town.authority))
        .containsExactly("45.00 61.50", "61.50 389.00");
  }

  @Test
  void aProposalIsDroppedWhenNothingIsDueAndAskedAgainWhenThatWasAMistake() throws Exception {
    sent("STOCK");
    done(describe(manager, latest(), "", "45.00"));
    done(correct(manager, latest(), ""));
    assertThat(charges()).containsExactly("CANCELLED 45.00");
    done(correct(manager, latest(), "54.00"));
    assertThat(charges()).containsExactly("CANCELLED 45.00", "PROPOSED 54.00");

    town.run(
        "update recovery_charge set state = 'CANCELLED' where authority_id = ?", town.authority);
    done(correct(manager, latest(), "55.00"));
    assertThat(charges())
        .as("somebody decided not to ask for this one")
        .containsExactly("CANCELLED 45.00", "CANCELLED 54.00");
  }

  @Test
  void whatIsSavedAgainUnchangedAfterPricesChangedStaysAsItWasProposed() throws Exception {
    price("389.00");
    sent("STOCK");
    done(describe(manager, latest(), "", "400.00"));
    price("200.00");
    done(describe(manager, latest(), "", "400.0"));
    assertThat(charges()).containsExactly("PROPOSED 389.00");

    Repair repair = latest();
    done(
        asManager(
                () ->
                    repairs.describe(
                        laptop.publicId(),
                        repair.id(),
                        repair.version(),
                        new Repairs.Form("", "", true, true, "", amount("400.00"), true)))
            .orElseThrow());
    assertThat(charges()).as("the warranty pays").containsExactly("CANCELLED 389.00");
  }

  @Test
  void nothingIsAskedForAnIncidentThatNeverWas() throws Exception {
    UUID incident = sent("STOCK");
    done(asManager(() -> incidents.cancel(incident, version("incident", incident))).orElseThrow());

    done(describe(manager, latest(), "", "45.00"));

    assertThat(charges()).isEmpty();
  }

  @Test
  void noCostThatIsNoneAndNoRepairOfAnotherSchool() throws Exception {
    sent("STOCK");
    for (String wrong : List.of("-1", "1.005", "10000")) {
      assertThat(codes(correct(manager, latest(), wrong)))
          .as(wrong)
          .containsExactly(wrong.startsWith("-") ? "cost amountNegative" : "cost amountUnreadable");
    }
    Repair repair = latest();
    for (Caller nobody : List.of(town.manager(town.there), LendingTown.found(database).region())) {
      assertThat(
              acting.as(
                  nobody,
                  roleOf(nobody),
                  () ->
                      repairs.correctCost(
                          laptop.publicId(), repair.id(), repair.version(), amount("5"), true)))
          .isEmpty();
    }
    assertThat(latest().cost()).isEmpty();
  }

  private Answer<UUID> correct(Caller who, Repair repair, String cost) throws Exception {
    return acting
        .as(
            who,
            roleOf(who),
            () ->
                repairs.correctCost(
                    laptop.publicId(), repair.id(), repair.version(), amount(cost), true))
        .orElseThrow();
  }

  private List<String> charges() throws Exception {
    return town.column(
        "select concat_ws(' ', state, amount) from recovery_charge where authority_id = ?"
            + " order by id",
        town.authority);
  }

  private void price(String amount) throws Exception {
    for (int year = 2020; year < 2040; year++) {
      town.run(
          "replace into replacement_price (model_id, school_year, amount) values (?, ?, ?)",
          town.model,
          year,
          amount);
    }
  }

  private void back() throws Exception {
    assertThat(
            said(
                scan(
                    manager,
                    town.scan(
                        ScanMode.CHECK_IN, town.here, laptop.tag(), null, "RECEIVE_FROM_REPAIR"))))
        .isEqualTo("OK REPAIR_RECEIVED");
  }

  private void keep(Device device, Pupil pupil) throws Exception {
    town.run(
        "insert into device_reservation set id = nextval(device_reservation_seq),"
            + " public_id = uuid(), authority_id = ?, school_id = ?, device_id = ?, pupil_id = ?,"
            + " reserved_at = utc_timestamp(6), reserved_by = 'Essai'",
        town.authority,
        town.here.id(),
        device.id(),
        pupil.id());
  }

  /** Ada's laptop broke, came back and left to be mended; the incident. */
  private UUID sent(String replacement) throws Exception {
    town.run(
        "replace into lending_policy_incident (policy_id, kind, replacement, needs_police_report,"
            + " charge, blocks_new_loan, refund_if_found) values ((select id from lending_policy"
            + " where authority_id = ?), 'BREAKAGE', ?, false, 'REPAIR_COST', false, false)",
        town.authority,
        replacement);
    UUID incident =
        done(
            asManager(
                    () ->
                        incidentDeclarations.declare(
                            laptop.publicId(),
                            new IncidentForm(
                                Optional.of(IncidentKind.BREAKAGE),
                                Optional.of(LocalDate.now(ZoneId.of("Europe/Paris"))),
                                "Au lycée",
                                "Tombé d'une table",
                                "",
                                Optional.empty()),
                            false))
                .orElseThrow());
    done(asManager(() -> incidents.decide(incident, version("incident", incident))).orElseThrow());
    scan(manager, town.checkIn(town.here, laptop.tag()));
    send();
    return incident;
  }

  private void send() throws Exception {
    int version = version("device", laptop.publicId());
    assertThat(
            asManager(
                    () ->
                        declarations.declare(
                            laptop.publicId(),
                            version,
                            Optional.empty(),
                            new Wish(
                                Declaration.REPAIR,
                                "écran",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                false)))
                .orElseThrow())
        .isInstanceOf(Answer.Done.class);
  }

  private List<Repair> of(Device device) throws Exception {
    return asManager(() -> repairs.of(device.publicId())).orElseThrow().repairs();
  }

  private Repair latest() throws Exception {
    return of(laptop).get(0);
  }

  private Answer<UUID> swap(Caller who, String tag) throws Exception {
    return describe(who, latest(), tag, "");
  }

  private Answer<UUID> describe(Caller who, Repair repair, String swap, String cost)
      throws Exception {
    return describe(who, laptop, repair, swap, cost);
  }

  private Answer<UUID> describe(Caller who, Device device, Repair repair, String swap, String cost)
      throws Exception {
    return acting
        .as(
            who,
            roleOf(who),
            () ->
                repairs.describe(
                    device.publicId(),
                    repair.id(),
                    repair.version(),
                    new Repairs.Form("88213", "Atelier", false, true, swap, amount(cost), true)))
        .orElseThrow();
  }

  private static Optional<BigDecimal> amount(String cost) {
    return cost.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cost));
  }

  private int version(String table, UUID id) throws Exception {
    return Integer.parseInt(
        town.value("select version from " + table + " where public_id = ?", id.toString()));
  }

  private <T> T asManager(Callable<T> work) throws Exception {
    return acting.as(manager, roleOf(manager), work);
  }

  private static UUID done(Answer<UUID> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<UUID>) answer).value();
  }

  private static List<String> codes(Answer<UUID> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<UUID>) answer)
        .reasons().stream().map(r -> r.field() + " " + r.code()).toList();
  }
}
