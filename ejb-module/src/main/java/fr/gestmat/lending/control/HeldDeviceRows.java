package fr.gestmat.lending.control;

import fr.gestmat.lending.control.ScanSituation.DeviceFacts;
import fr.gestmat.lending.control.ScanSituation.HolderFacts;
import fr.gestmat.lending.control.ScanSituation.PupilFacts;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the check-in table for a device that a loan holds: on loan, claimed returned, lost.
 */
final class HeldDeviceRows {

  private HeldDeviceRows() {}

  static Proposal row(ScanSituation s, DeviceFacts device, HolderFacts holder) {
    List<Finding> blockers = new ArrayList<>();
    if (device.state() == DeviceState.LOST && !s.policy().lostReturnAllowed()) {
      blockers.add(Finding.of(ScanReason.LOST_NOT_RETURNABLE));
    }
    if (!s.isReturnAllowedHere(device, holder)) {
      blockers.add(Finding.of(ScanReason.RETURN_NOT_HERE, rightSchool(s.policy(), device, holder)));
    }
    if (!blockers.isEmpty()) {
      return Proposal.of(ScanDecision.refused(blockers));
    }
    return switch (holder.state()) {
      case CLAIMED_RETURNED -> claimed(s, device, holder);
      case LOST -> Proposal.of(lostWithLoan(s, device, holder));
      case OPEN, CLOSED -> onLoan(s, device, holder);
    };
  }

  private static Proposal onLoan(ScanSituation s, DeviceFacts device, HolderFacts holder) {
    Optional<PupilFacts> other = s.pupil().filter(pupil -> pupil.id() != holder.pupilId());
    if (other.isEmpty()) {
      return Proposal.of(comeBack(s, device, holder));
    }
    PupilFacts opened = other.get();
    Proposal row =
        Proposal.of(ScanDecision.warning(ScanReason.HELD_BY_OTHER, holder.name(), opened.name()))
            .or(
                ScanChoice.RETURN_FOR_HOLDER,
                () ->
                    lead(
                        comeBack(s, device, holder),
                        Finding.of(ScanReason.RETURNED_FOR_HOLDER, holder.name(), opened.name())));
    opened
        .swappableTag()
        .ifPresent(tag -> row.or(ScanChoice.SWAP_HOLDERS, () -> swap(s, device, holder, tag)));
    return row;
  }

  private static ScanDecision swap(
      ScanSituation s, DeviceFacts device, HolderFacts holder, String tag) {
    String opened = s.pupil().map(PupilFacts::name).orElse("");
    ScanDecision comeback = comeBack(s, device, holder);
    return lead(comeback, Finding.of(ScanReason.RETURNED_SWAPPED, holder.name(), opened, tag))
        .doing(new ScanEffect.Swap((ScanEffect.Return) comeback.effect()));
  }

  /** The loan ends; the device stays here, is put aside, or leaves for its home. */
  private static ScanDecision comeBack(ScanSituation s, DeviceFacts device, HolderFacts holder) {
    boolean damaged = s.gradeOf(device).needsCheck();
    boolean leaves = leavesForHome(s, device, holder);
    ReturnMoment moment = ReturnMoment.of(s.wish().returnedAt(), holder.checkedOutAt(), s.desk());
    ScanDecision decision;
    DeviceEvent event;
    if (leaves) {
      event = DeviceEvent.RETURNED_AWAY;
      decision =
          ScanDecision.warning(
              ScanReason.RETURNED_FOR_ANOTHER_SCHOOL, holder.name(), device.home().name());
      if (damaged) {
        decision = decision.also(ScanReason.RETURNED_TO_CHECK, holder.name(), holder.schoolClass());
      }
    } else {
      event = damaged ? DeviceEvent.RETURNED_TO_CHECK : DeviceEvent.RETURNED;
      ScanReason reason = damaged ? ScanReason.RETURNED_TO_CHECK : ScanReason.RETURNED;
      decision = ScanDecision.ok(reason, holder.name(), holder.schoolClass());
      if (s.desk().school().id() != device.home().id() && !s.policy().floating()) {
        decision = decision.also(ScanReason.AWAY_FROM_HOME, device.home().name());
      }
    }
    return decision
        .also(aboutLoan(s, holder, moment, true))
        .doing(
            new ScanEffect.Return(
                LoanEvent.RETURNED, event, destination(leaves, device), moment.at()));
  }

  private static ScanDecision lostWithLoan(
      ScanSituation s, DeviceFacts device, HolderFacts holder) {
    boolean leaves = leavesForHome(s, device, holder);
    ReturnMoment moment = ReturnMoment.of(s.wish().returnedAt(), holder.checkedOutAt(), s.desk());
    DeviceEvent event =
        leaves
            ? DeviceEvent.FOUND_AWAY
            : s.gradeOf(device).needsCheck() ? DeviceEvent.FOUND_TO_CHECK : DeviceEvent.FOUND;
    ScanDecision decision = ScanDecision.warning(ScanReason.LOST_FOUND, holder.name());
    decision =
        switch (s.duties().charge()) {
          case NONE -> decision;
          case ASKED -> decision.also(ScanReason.CHARGE_CANCELLED);
          case PAID -> decision.also(ScanReason.CHARGE_TO_REFUND);
          case KEPT -> decision.also(ScanReason.CHARGE_KEPT);
        };
    if (leaves) {
      decision =
          decision.also(
              ScanReason.RETURNED_FOR_ANOTHER_SCHOOL, holder.name(), device.home().name());
    }
    return decision
        .also(aboutLoan(s, holder, moment, false))
        .doing(
            new ScanEffect.Return(
                LoanEvent.FOUND, event, destination(leaves, device), moment.at()));
  }

  private static Proposal claimed(ScanSituation s, DeviceFacts device, HolderFacts holder) {
    return Proposal.of(ScanDecision.warning(ScanReason.CLAIM_TO_RESOLVE, holder.name()))
        .or(
            ScanChoice.FOUND_BY_SCHOOL,
            () -> resolve(s, device, holder, LoanEvent.CLAIM_FOUND, false))
        .or(
            ScanChoice.RETURNED_BY_PUPIL,
            () -> resolve(s, device, holder, LoanEvent.CLAIM_RETURNED, true));
  }

  private static ScanDecision resolve(
      ScanSituation s, DeviceFacts device, HolderFacts holder, LoanEvent how, boolean byPupil) {
    ScanDecision comeback = comeBack(s, device, holder);
    ScanEffect.Return end = (ScanEffect.Return) comeback.effect();
    ScanReason reason =
        byPupil ? ScanReason.CLAIM_RESOLVED_BY_PUPIL : ScanReason.CLAIM_RESOLVED_FOUND;
    List<Finding> rest =
        comeback.findings().stream()
            .filter(f -> byPupil || f.reason() != ScanReason.RETURNED_LATE)
            .toList();
    return new ScanDecision(
        comeback.outcome(),
        concat(Finding.of(reason, holder.name()), rest),
        new ScanEffect.Return(how, end.event(), end.destination(), end.at()),
        List.of());
  }

  private static List<Finding> aboutLoan(
      ScanSituation s, HolderFacts holder, ReturnMoment moment, boolean countsLateness) {
    List<Finding> found = new ArrayList<>(moment.findings());
    if (countsLateness) {
      moment.daysLate(holder.dueOn(), s.desk()).ifPresent(found::add);
    }
    if (holder.hasLeft()) {
      found.add(Finding.of(ScanReason.HOLDER_HAS_LEFT));
    }
    if (s.duties().signaturesPending()) {
      found.add(Finding.of(ScanReason.SIGNATURES_DROPPED));
    }
    return found;
  }

  /** It stays where it was lent, where it belongs, or anywhere if devices float (L041). */
  static boolean leavesForHome(ScanSituation s, DeviceFacts device, HolderFacts holder) {
    long here = s.desk().school().id();
    return here != device.home().id() && here != holder.issuer().id() && !s.policy().floating();
  }

  private static Optional<SchoolRef> destination(boolean leaves, DeviceFacts device) {
    return leaves ? Optional.of(device.home()) : Optional.empty();
  }

  private static String rightSchool(LendingPolicy policy, DeviceFacts device, HolderFacts holder) {
    return policy.returnPlace() == LendingPolicy.ReturnPlace.HOME_ONLY
        ? device.home().name()
        : holder.issuer().name();
  }

  private static ScanDecision lead(ScanDecision decision, Finding first) {
    return new ScanDecision(
        decision.outcome(),
        concat(first, decision.findings()),
        decision.effect(),
        decision.choices());
  }

  private static List<Finding> concat(Finding first, List<Finding> rest) {
    List<Finding> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
