package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.boundary.kit.ConditionPhotos;
import fr.gestmat.lending.boundary.kit.Conditions;
import fr.gestmat.lending.boundary.kit.DeviceChecks;
import fr.gestmat.lending.boundary.kit.DeviceChecks.Decision;
import fr.gestmat.lending.boundary.kit.DeviceChecks.Verdict;
import fr.gestmat.lending.control.condition.ConditionForm;
import fr.gestmat.lending.control.condition.ConditionReader.LoanSides;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.MarkPlace;
import fr.gestmat.lending.entity.PieceFault;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The condition of a device at both ends of a loan, and what becomes of one that came back bad. */
class ConditionInContainerIT extends DeskTest {

  @Inject private Conditions conditions;
  @Inject private ConditionPhotos photos;
  @Inject private DeviceChecks checks;

  private LendingTown town;
  private Device device;
  private Caller agent;
  private Caller manager;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    device = town.device(town.here);
    agent = town.agent(town.here);
    manager = town.manager(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    scan(agent, town.checkOut(town.here, device.tag(), ada));
  }

  private static ConditionForm form(ConditionGrade grade, ConditionForm.Mark... marks) {
    return new ConditionForm(Optional.of(grade), "Vu au comptoir.", List.of(marks));
  }

  private static byte[] photo() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  private UUID loan() throws Exception {
    return UUID.fromString(
        town.value("select public_id from loan where device_id = ?", device.id()));
  }

  private LoanSides sides() throws Exception {
    return as(agent, () -> conditions.of(device.publicId())).orElseThrow().get(0);
  }

  private <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, roleOf(who), work);
  }

  private Answer<UUID> add(KitStep step, byte[] file) throws Exception {
    UUID loan = loan();
    return as(agent, () -> photos.add(loan, step, new ByteArrayInputStream(file))).orElseThrow();
  }

  private static List<String> codes(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).reasons().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("L080 condition, damage and photos at hand-over and return stand side by side")
  void l080_side_by_side() throws Exception {
    UUID loan = loan();
    as(agent, () -> conditions.record(loan, KitStep.HAND_OVER, form(ConditionGrade.GOOD)));
    add(KitStep.HAND_OVER, photo());
    scan(agent, town.checkIn(town.here, device.tag()));
    as(
        agent,
        () ->
            conditions.record(
                loan,
                KitStep.RETURN,
                form(
                    ConditionGrade.DAMAGED,
                    new ConditionForm.Mark(MarkPlace.SCREEN, " Fêlure en haut à gauche "))));
    UUID photo = ((Answer.Done<UUID>) add(KitStep.RETURN, photo())).value();

    LoanSides sides = sides();
    assertThat(sides.handOver().grade()).contains(ConditionGrade.GOOD);
    assertThat(sides.handOver().photos()).hasSize(1);
    assertThat(sides.comeback().grade()).contains(ConditionGrade.DAMAGED);
    assertThat(sides.comeback().marks().get(0).words()).isEqualTo("Fêlure en haut à gauche");
    assertThat(sides.comeback().photos()).hasSize(1);
    assertThat(as(agent, () -> photos.show(photo)).orElseThrow()).startsWith(0xFF, 0xD8);
    assertThat(town.journal(device)).contains("CONDITION_RECORDED", "PHOTO_ADDED");

    Caller stranger = town.agent(town.there);
    assertThat(as(stranger, () -> photos.show(photo))).isEmpty();
    assertThat(as(stranger, () -> conditions.of(device.publicId()))).isEmpty();
    assertThat(
            as(stranger, () -> conditions.record(loan, KitStep.RETURN, form(ConditionGrade.GOOD))))
        .isEmpty();
    assertThat(as(stranger, () -> photos.remove(photo))).isFalse();
    assertThat(as(agent, () -> photos.remove(photo))).isTrue();
    assertThat(as(agent, () -> photos.show(photo))).isEmpty();
  }

  @Test
  @DisplayName("L079 damage that is noted after the return takes the device out of stock")
  void l079_damage_noted_later() throws Exception {
    UUID loan = loan();
    scan(agent, town.checkIn(town.here, device.tag()));
    assertThat(town.state(device)).isEqualTo("IN_STOCK");
    as(agent, () -> conditions.record(loan, KitStep.RETURN, form(ConditionGrade.DAMAGED)));
    assertThat(town.standing(device)).startsWith("TO_CHECK here B12 DAMAGED");
    assertThat(as(manager, () -> checks.list("")).devices())
        .extracting(line -> line.assetTag() + " " + line.grade() + " " + line.pupil().orElse(""))
        .containsExactly(device.tag() + " DAMAGED Essai Ada");
    assertThat(as(town.manager(town.there), () -> checks.list("")).devices()).isEmpty();
  }

  @Test
  void each_end_is_said_while_it_is_open() throws Exception {
    UUID loan = loan();
    assertThat(
            codes(
                as(agent, () -> conditions.record(loan, KitStep.RETURN, form(ConditionGrade.GOOD)))
                    .orElseThrow()))
        .containsExactly("conditionTooLate");
    scan(agent, town.checkIn(town.here, device.tag()));
    assertThat(codes(add(KitStep.HAND_OVER, photo()))).containsExactly("conditionTooLate");
    assertThat(
            codes(
                as(
                        agent,
                        () ->
                            conditions.record(
                                loan,
                                KitStep.RETURN,
                                new ConditionForm(Optional.empty(), "", List.of())))
                    .orElseThrow()))
        .containsExactly("gradeMissing");
    scan(agent, town.checkOut(town.here, device.tag(), town.pupil(town.here, "Ben")));
    assertThat(
            codes(
                as(agent, () -> conditions.record(loan, KitStep.RETURN, form(ConditionGrade.GOOD)))
                    .orElseThrow()))
        .as("lent again")
        .containsExactly("conditionTooLate");
  }

  @Test
  void a_photo_that_is_none_is_refused_and_nothing_is_kept() throws Exception {
    byte[] page = "<html>photo.jpg</html>".getBytes(StandardCharsets.UTF_8);
    assertThat(codes(add(KitStep.HAND_OVER, page))).containsExactly("photoNOT_A_PHOTO");
    assertThat(codes(add(KitStep.HAND_OVER, new byte[0]))).containsExactly("photoEMPTY");
    assertThat(sides().handOver().photos()).isEmpty();
  }

  @Test
  void a_person_decides_what_becomes_of_it() throws Exception {
    ScanRequest in = town.checkIn(town.here, device.tag());
    scan(agent, in);
    KitLine charger = new KitLine("Chargeur", Optional.empty(), PieceFault.MISSING, 1);
    as(agent, () -> desk.kit(in.scanId(), new KitStatement(1, List.of(charger))));
    assertThat(decide(Decision.STOCK, ConditionGrade.INCOMPLETE, true))
        .containsExactly("checkedGradeMissing");
    assertThat(decide(Decision.STOCK, ConditionGrade.GOOD, false))
        .containsExactly("piecesStillMissing");
    assertThat(decide(Decision.REPAIR, ConditionGrade.GOOD, false))
        .containsExactly("reasonMissing");
    assertThat(town.state(device)).isEqualTo("TO_CHECK");

    assertThat(decide(Decision.STOCK, ConditionGrade.WORN, true)).isEmpty();
    assertThat(town.standing(device)).startsWith("IN_STOCK here B12 WORN");
    assertThat(decide(Decision.STOCK, ConditionGrade.WORN, true))
        .as("no longer to check")
        .contains("notInThisState");
    assertThat(as(manager, () -> checks.list("")).count()).isZero();
  }

  /** Why it was refused; empty if it was done. */
  private List<String> decide(Decision what, ConditionGrade grade, boolean without)
      throws Exception {
    int version =
        Integer.parseInt(town.value("select version from device where id = ?", device.id()));
    Answer<?> answer =
        as(
                manager,
                () ->
                    checks.decide(
                        device.publicId(),
                        version,
                        new Verdict(what, Optional.of(grade), without, "")))
            .orElseThrow();
    return answer instanceof Answer.Done ? List.of() : codes(answer);
  }
}
