package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.entity.IncidentKind;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Breakages: the device is replaced, mended or lost on the way, and its cost asked. */
class BreakageInContainerIT extends IncidentTest {

  @Inject private Repairs repairs;

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
}
