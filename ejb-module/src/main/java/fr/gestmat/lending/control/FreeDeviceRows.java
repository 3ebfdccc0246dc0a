package fr.gestmat.lending.control;

import fr.gestmat.lending.control.ScanSituation.Desk;
import fr.gestmat.lending.control.ScanSituation.DeviceFacts;
import fr.gestmat.lending.control.ScanSituation.LastReturn;
import fr.gestmat.lending.control.ScanSituation.Way;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import java.time.Duration;
import java.util.Optional;

/** The rows of the check-in table for a device that no loan holds. */
final class FreeDeviceRows {

  private FreeDeviceRows() {}

  static Proposal row(ScanSituation s, DeviceFacts device) {
    Proposal row =
        switch (device.state()) {
          case IN_STOCK -> inStock(s, device);
          case TO_CHECK ->
              Proposal.of(
                  ScanDecision.warning(ScanReason.STILL_TO_CHECK).doing(new ScanEffect.See()));
          case EXPECTED -> expected(s, device);
          case IN_TRANSIT -> inTransit(s, device, device.way().orElseThrow());
          case LOST -> lostWithoutLoan(s);
          case STOLEN -> stolen(s);
          case IN_REPAIR -> inRepair(s, device);
          case WITHDRAWN -> outOfUse(s, ScanReason.WITHDRAWN);
          case OWNERSHIP_TRANSFERRED -> outOfUse(s, ScanReason.OWNERSHIP_TRANSFERRED);
          case ON_LOAN -> throw new IllegalStateException("A consistent device on loan is held");
        };
    return device
        .lastReturn()
        .filter(last -> isSameReturn(s.desk(), device, last))
        .map(last -> row.answering(alreadyReturned(last, row.unchosen())))
        .orElse(row);
  }

  private static ScanDecision alreadyReturned(LastReturn last, ScanDecision otherwise) {
    return ScanDecision.warning(ScanReason.ALREADY_RETURNED, last.at(), last.agent())
        .also(
            otherwise.findings().stream()
                .filter(f -> f.reason() != ScanReason.SEEN)
                .map(
                    f ->
                        f.reason() == ScanReason.TRANSFER_BOUNCED
                            ? new Finding(ScanReason.TRANSFER_ELSEWHERE, f.values())
                            : f)
                .toList());
  }

  /**
   * A return is the same one only as long as nothing else happened to the device: where a return
   * leads, and not sent away since.
   */
  private static boolean isSameReturn(Desk desk, DeviceFacts device, LastReturn last) {
    boolean here = last.schoolId().filter(school -> school == desk.school().id()).isPresent();
    boolean recent =
        Duration.between(last.at(), desk.now()).compareTo(LendingPolicy.DUPLICATE_RETURN) < 0;
    boolean unchanged =
        switch (device.state()) {
          case IN_STOCK, TO_CHECK -> true;
          case IN_TRANSIT ->
              device
                  .way()
                  .filter(way -> way.to().id() != desk.school().id())
                  .flatMap(Way::sentAt)
                  .filter(sent -> !sent.isAfter(last.at()))
                  .isPresent();
          default -> false;
        };
    return here && recent && unchanged;
  }

  private static Proposal inStock(ScanSituation s, DeviceFacts device) {
    ScanDecision seen = ScanDecision.warning(ScanReason.SEEN).doing(new ScanEffect.See());
    if (device.home().id() == s.desk().school().id() || s.policy().floating()) {
      return Proposal.of(seen);
    }
    return Proposal.of(seen.also(ScanReason.AWAY_FROM_HOME, device.home().name()))
        .or(
            ScanChoice.SEND_HOME,
            () ->
                ScanDecision.ok(ScanReason.TRANSFER_SENT, device.home().name())
                    .doing(new ScanEffect.Move(DeviceEvent.SENT, Optional.of(device.home()))));
  }

  private static Proposal expected(ScanSituation s, DeviceFacts device) {
    return Proposal.of(ScanDecision.warning(ScanReason.DELIVERY_EXPECTED))
        .or(
            ScanChoice.RECEIVE_DELIVERY,
            () -> {
              ScanDecision received =
                  ScanDecision.ok(ScanReason.DELIVERY_RECEIVED).doing(move(DeviceEvent.RECEIVED));
              return device.home().id() == s.desk().school().id()
                  ? received
                  : received.also(ScanReason.AWAY_FROM_HOME, device.home().name());
            });
  }

  private static Proposal inTransit(ScanSituation s, DeviceFacts device, Way way) {
    boolean damaged = s.gradeOf(device).needsCheck();
    if (way.to().id() == s.desk().school().id()) {
      return Proposal.of(
          ScanDecision.ok(ScanReason.TRANSFER_RECEIVED, device.place().name())
              .doing(move(damaged ? DeviceEvent.ARRIVED_TO_CHECK : DeviceEvent.ARRIVED)));
    }
    if (way.from().filter(from -> from.id() == s.desk().school().id()).isEmpty()) {
      return Proposal.of(
          ScanDecision.warning(ScanReason.TRANSFER_ELSEWHERE, way.to().name())
              .doing(new ScanEffect.See()));
    }
    boolean bounced =
        way.sentAt()
            .filter(
                sent -> Duration.between(sent, s.desk().now()).compareTo(LendingPolicy.BOUNCE) < 0)
            .isPresent();
    ScanDecision answer =
        bounced
            ? ScanDecision.warning(ScanReason.TRANSFER_BOUNCED, way.to().name())
            : ScanDecision.warning(ScanReason.TRANSFER_ELSEWHERE, way.to().name())
                .doing(new ScanEffect.See());
    return Proposal.of(answer)
        .or(
            ScanChoice.CANCEL_TRANSFER,
            () ->
                ScanDecision.ok(ScanReason.TRANSFER_CANCELLED, way.to().name())
                    .doing(
                        move(
                            damaged
                                ? DeviceEvent.TRANSFER_CANCELLED_TO_CHECK
                                : DeviceEvent.TRANSFER_CANCELLED)));
  }

  private static Proposal lostWithoutLoan(ScanSituation s) {
    return Proposal.of(
        s.policy().lostReturnAllowed()
            ? ScanDecision.warning(ScanReason.LOST_FOUND_WITHOUT_LOAN)
                .doing(move(DeviceEvent.FOUND_TO_CHECK))
            : ScanDecision.refused(ScanReason.LOST_NOT_RETURNABLE));
  }

  private static Proposal stolen(ScanSituation s) {
    ScanDecision found = ScanDecision.warning(ScanReason.STOLEN_FOUND);
    boolean entitled =
        DeviceState.STOLEN
            .on(DeviceEvent.STOLEN_FOUND)
            .filter(transition -> s.desk().right().includes(transition.by()))
            .isPresent();
    return Proposal.of(
        entitled
            ? found.doing(move(DeviceEvent.STOLEN_FOUND))
            : found.also(ScanReason.STOLEN_NEEDS_MANAGER).doing(new ScanEffect.See()));
  }

  private static Proposal inRepair(ScanSituation s, DeviceFacts device) {
    return Proposal.of(ScanDecision.warning(ScanReason.REPAIR_RUNNING))
        .or(
            ScanChoice.RECEIVE_FROM_REPAIR,
            () ->
                ScanDecision.ok(ScanReason.REPAIR_RECEIVED)
                    .doing(
                        move(
                            s.wish().grade().filter(ConditionGrade::needsCheck).isPresent()
                                ? DeviceEvent.REPAIRED_TO_CHECK
                                : DeviceEvent.REPAIRED)));
  }

  private static Proposal outOfUse(ScanSituation s, ScanReason reason) {
    return Proposal.of(
        s.policy().withdrawnReturnAllowed()
            ? ScanDecision.warning(reason).doing(move(DeviceEvent.TAKEN_BACK))
            : ScanDecision.refused(reason));
  }

  private static ScanEffect move(DeviceEvent event) {
    return new ScanEffect.Move(event, Optional.empty());
  }
}
