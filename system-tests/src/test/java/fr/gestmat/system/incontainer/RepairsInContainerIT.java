package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.lending.boundary.incident.IncidentDeclarations;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.boundary.stock.Declarations;
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
