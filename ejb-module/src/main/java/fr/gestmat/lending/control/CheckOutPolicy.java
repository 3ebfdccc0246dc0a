package fr.gestmat.lending.control;

import fr.gestmat.lending.control.ScanSituation.DeviceFacts;
import fr.gestmat.lending.control.ScanSituation.HolderFacts;
import fr.gestmat.lending.control.ScanSituation.PupilFacts;
import fr.gestmat.lending.control.ScanSituation.Reservation;
import fr.gestmat.lending.control.ScanSituation.Way;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.LendingRight;
import fr.gestmat.lending.entity.LoanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides a scan on the hand-over screen. Everything that forbids the loan is said in one answer
 * (L048), in the order of the domain: pupil, device, agreement, right to a device, limit, incident,
 * reservation, due date.
 */
public final class CheckOutPolicy {

  /** What a loan manager may pass over with a reason (L058). Only a device in stock can be lent. */
  private static final Set<ScanReason> OVERRIDABLE =
      EnumSet.of(
          ScanReason.AGREEMENT_MISSING,
          ScanReason.GUARDIAN_SIGNATURE_MISSING,
          ScanReason.DEVICE_FOR_EMERGENCIES,
          ScanReason.PUPIL_NOT_ELIGIBLE,
          ScanReason.LIMIT_REACHED,
          ScanReason.PUPIL_BLOCKED,
          ScanReason.RESERVED_FOR_OTHER);

  /** Choices that ask for what is done anyway once nothing forbids it any more. */
  private static final Set<ScanChoice> NEEDLESS =
      EnumSet.of(ScanChoice.RETURN_THEN_LEND, ScanChoice.OVERRIDE);

  private CheckOutPolicy() {}

  /** The decision on {@code situation}. */
  public static ScanDecision decide(ScanSituation situation) {
    if (!situation.isConsistent()) {
      return ScanDecision.refused(ScanReason.DATA_INCONSISTENT).doing(new ScanEffect.Anomaly());
    }
    List<Finding> aboutPupil = pupilBlockers(situation);
    Optional<HolderFacts> holder = situation.holder();
    if (situation.pupil().isPresent() && holder.isPresent()) {
      PupilFacts pupil = situation.pupil().get();
      if (holder.get().pupilId() == pupil.id() && holder.get().state() == LoanState.OPEN) {
        return alreadyHeld(situation, pupil, holder.get(), aboutPupil);
      }
    }
    List<Finding> aboutDevice = deviceBlockers(situation);
    List<Finding> blockers = new ArrayList<>(aboutPupil);
    blockers.addAll(aboutDevice);
    blockers.addAll(otherBlockers(situation));
    boolean takeBackFirst =
        holder.isPresent() && canTakeBackFirst(situation, holder.get(), aboutDevice);
    boolean onlyHolder =
        takeBackFirst && blockers.stream().allMatch(f -> f.reason() == ScanReason.DEVICE_ON_LOAN);
    if (blockers.isEmpty() || (onlyHolder && situation.policy().autoReturn())) {
      ScanDecision lent = lend(situation, takeBackFirst, List.of());
      return situation.wish().choice().filter(NEEDLESS::contains).isPresent()
          ? lent
          : Proposal.of(lent).settle(situation.wish().choice());
    }
    if (onlyHolder) {
      return Proposal.of(ScanDecision.refused(blockers))
          .or(ScanChoice.RETURN_THEN_LEND, () -> lend(situation, true, List.of()))
          .settle(situation.wish().choice());
    }
    if (blockers.stream().allMatch(f -> OVERRIDABLE.contains(f.reason()))) {
      return overridable(situation, blockers);
    }
    return Proposal.of(ScanDecision.refused(blockers)).settle(situation.wish().choice());
  }

  private static List<Finding> pupilBlockers(ScanSituation s) {
    if (s.pupil().isEmpty()) {
      return List.of(
          Finding.of(s.wish().pupilNamed() ? ScanReason.PUPIL_UNKNOWN : ScanReason.PUPIL_MISSING));
    }
    PupilFacts pupil = s.pupil().get();
    List<Finding> blockers = new ArrayList<>();
    if (!pupil.active()) {
      blockers.add(Finding.of(ScanReason.PUPIL_HAS_LEFT, pupil.name()));
    }
    if (pupil.school().id() != s.desk().school().id()) {
      blockers.add(Finding.of(ScanReason.PUPIL_OF_OTHER_SCHOOL, pupil.name()));
    }
    return blockers;
  }

  private static List<Finding> deviceBlockers(ScanSituation s) {
    if (s.device().isEmpty()) {
      return List.of(Finding.of(ScanReason.CODE_UNKNOWN, s.wish().code()));
    }
    DeviceFacts device = s.device().get();
    return switch (device.state()) {
      case IN_STOCK -> elsewhere(s, device);
      case TO_CHECK -> join(Finding.of(ScanReason.DEVICE_TO_CHECK), elsewhere(s, device));
      case ON_LOAN ->
          List.of(
              s.holder().filter(h -> h.state() == LoanState.CLAIMED_RETURNED).isPresent()
                  ? Finding.of(ScanReason.CLAIM_TO_RESOLVE, s.holderName())
                  : Finding.of(ScanReason.DEVICE_ON_LOAN, s.holderName()));
      case EXPECTED -> List.of(Finding.of(ScanReason.DEVICE_EXPECTED));
      case IN_REPAIR -> List.of(Finding.of(ScanReason.DEVICE_IN_REPAIR));
      case IN_TRANSIT ->
          List.of(
              Finding.of(
                  ScanReason.DEVICE_IN_TRANSIT,
                  device.way().map(Way::to).map(SchoolRef::name).orElse("")));
      case LOST -> List.of(Finding.of(ScanReason.DEVICE_LOST));
      case STOLEN -> List.of(Finding.of(ScanReason.DEVICE_STOLEN));
      case WITHDRAWN -> List.of(Finding.of(ScanReason.DEVICE_WITHDRAWN));
      case OWNERSHIP_TRANSFERRED -> List.of(Finding.of(ScanReason.DEVICE_OWNERSHIP_TRANSFERRED));
    };
  }

  private static List<Finding> elsewhere(ScanSituation s, DeviceFacts device) {
    if (device.place().id() != s.desk().school().id()) {
      return List.of(Finding.of(ScanReason.DEVICE_ELSEWHERE, device.place().name()));
    }
    boolean granted =
        s.pupil().filter(pupil -> pupil.granted() == Replacement.EMERGENCY).isPresent();
    return device.emergency() && !granted
        ? List.of(Finding.of(ScanReason.DEVICE_FOR_EMERGENCIES))
        : List.of();
  }

  /** What the pupil's agreement, loans, incidents, the reservation and the last day forbid. */
  private static List<Finding> otherBlockers(ScanSituation s) {
    List<Finding> blockers = new ArrayList<>();
    if (s.pupil().isEmpty()) {
      return blockers;
    }
    PupilFacts pupil = s.pupil().get();
    if (s.policy().agreement() == LendingPolicy.Agreement.REQUIRED) {
      if (!s.duties().pupilSigned()) {
        blockers.add(Finding.of(ScanReason.AGREEMENT_MISSING));
      }
      if (pupil.minor() && !s.duties().guardianSigned()) {
        blockers.add(Finding.of(ScanReason.GUARDIAN_SIGNATURE_MISSING));
      }
    }
    if (!s.policy().eligible().includes(pupil.mef())) {
      blockers.add(Finding.of(ScanReason.PUPIL_NOT_ELIGIBLE));
    }
    s.device()
        .map(device -> s.policy().limits().of(device.category(), pupil.mef()))
        .filter(limit -> pupil.countedLoans() >= limit)
        .ifPresent(limit -> blockers.add(Finding.of(ScanReason.LIMIT_REACHED, limit)));
    if (s.duties().blockingIncident()) {
      blockers.add(Finding.of(ScanReason.PUPIL_BLOCKED));
    }
    if (s.duties().reservation() == Reservation.FOR_ANOTHER) {
      blockers.add(Finding.of(ScanReason.RESERVED_FOR_OTHER));
    }
    lastDayPassed(s, pupil).ifPresent(blockers::add);
    return blockers;
  }

  private static Optional<Finding> lastDayPassed(ScanSituation s, PupilFacts pupil) {
    return pupil
        .lastDay()
        .filter(day -> pupil.active() && day.isBefore(s.desk().today()))
        .map(day -> Finding.of(ScanReason.LAST_DAY_PASSED, day));
  }

  /** A device that a plain return would send home has to go there first, with its transfer. */
  private static boolean canTakeBackFirst(
      ScanSituation s, HolderFacts holder, List<Finding> aboutDevice) {
    return s.device().isPresent()
        && s.isReturnAllowedHere(s.device().get(), holder)
        && !HeldDeviceRows.leavesForHome(s, s.device().get(), holder)
        && s.wish().grade().filter(ConditionGrade::needsCheck).isEmpty()
        && aboutDevice.stream().allMatch(f -> f.reason() == ScanReason.DEVICE_ON_LOAN);
  }

  private static ScanDecision overridable(ScanSituation s, List<Finding> blockers) {
    ScanDecision refused = ScanDecision.refused(blockers);
    if (s.wish().choice().filter(choice -> choice == ScanChoice.OVERRIDE).isPresent()
        && !s.desk().right().includes(LendingRight.STOCK)) {
      return ScanDecision.refused(join(Finding.of(ScanReason.OVERRIDE_NOT_ALLOWED), blockers));
    }
    if (s.desk().right().includes(LendingRight.STOCK)
        && dueOn(s).filter(day -> !day.isAfter(s.desk().today())).isPresent()) {
      return Proposal.of(refused.also(ScanReason.OVERRIDE_ENDS_TODAY)).settle(s.wish().choice());
    }
    Proposal row = Proposal.of(refused);
    if (s.desk().right().includes(LendingRight.STOCK)) {
      row.or(
          ScanChoice.OVERRIDE,
          () ->
              s.wish().reasonGiven()
                  ? lend(s, false, blockers)
                  : ScanDecision.refused(
                          join(Finding.of(ScanReason.OVERRIDE_NEEDS_REASON), blockers))
                      .offering(List.of(ScanChoice.OVERRIDE)));
    }
    return row.settle(s.wish().choice());
  }

  /** The last day of the loan: as promised or by policy; empty for the whole schooling. */
  private static Optional<LocalDate> dueOn(ScanSituation s) {
    LocalDate today = s.desk().today();
    Optional<LocalDate> lastDay = s.pupil().orElseThrow().lastDay();
    return s.wish().dueOn().isPresent()
        ? s.wish().dueOn().map(day -> s.policy().held(day, today, lastDay))
        : s.policy().dueOn(today, lastDay);
  }

  private static ScanDecision alreadyHeld(
      ScanSituation s, PupilFacts pupil, HolderFacts holder, List<Finding> aboutPupil) {
    List<Finding> hindrances = new ArrayList<>(aboutPupil);
    if (s.duties().blockingIncident()) {
      hindrances.add(Finding.of(ScanReason.PUPIL_BLOCKED));
    }
    lastDayPassed(s, pupil).ifPresent(hindrances::add);
    Proposal row =
        Proposal.of(
            ScanDecision.warning(ScanReason.ALREADY_HELD_BY_PUPIL, pupil.name()).also(hindrances));
    if (hindrances.isEmpty()) {
      Optional<LocalDate> due = s.policy().dueOn(s.desk().today(), pupil.lastDay());
      if (isLater(due, holder.dueOn())) {
        row.or(
            ScanChoice.EXTEND_LOAN,
            () ->
                ScanDecision.ok(ScanReason.LOAN_EXTENDED, due.map(LocalDate::toString).orElse(""))
                    .doing(new ScanEffect.Extend(due)));
      }
    }
    return row.settle(s.wish().choice());
  }

  private static boolean isLater(Optional<LocalDate> due, Optional<LocalDate> current) {
    return current.isPresent() && (due.isEmpty() || due.get().isAfter(current.get()));
  }

  private static ScanDecision lend(
      ScanSituation s, boolean closesPrevious, List<Finding> overridden) {
    PupilFacts pupil = s.pupil().orElseThrow();
    Optional<LocalDate> promised = s.wish().dueOn();
    Optional<LocalDate> due = dueOn(s);
    boolean unusual = closesPrevious || !overridden.isEmpty();
    ScanDecision decision =
        unusual
            ? ScanDecision.warning(ScanReason.LENT, pupil.name(), pupil.schoolClass())
            : ScanDecision.ok(ScanReason.LENT, pupil.name(), pupil.schoolClass());
    if (closesPrevious) {
      decision = decision.also(ScanReason.PREVIOUS_LOAN_CLOSED, s.holderName());
    }
    if (!overridden.isEmpty()) {
      decision = decision.also(ScanReason.OVERRIDDEN).also(overridden);
    }
    if (pupil.granted() != Replacement.NONE) {
      decision = decision.also(ScanReason.REPLACEMENT_GIVEN);
    }
    if (due.isPresent()) {
      decision = decision.also(ScanReason.LENT_UNTIL, due.get());
    }
    if (promised.isPresent() && !promised.equals(due)) {
      decision = decision.also(ScanReason.PROMISE_MOVED, promised.get());
    }
    if (isAgreementToFollow(s, pupil)) {
      decision =
          decision.also(
              ScanReason.AGREEMENT_TO_FOLLOW,
              s.desk().today().plusDays(s.policy().agreementDays()));
    }
    if (s.duties().reservation() == Reservation.FOR_THIS_PUPIL) {
      decision = decision.also(ScanReason.RESERVATION_FULFILLED);
    }
    return decision.doing(new ScanEffect.Lend(due, closesPrevious, !overridden.isEmpty()));
  }

  private static boolean isAgreementToFollow(ScanSituation s, PupilFacts pupil) {
    return s.policy().agreement() == LendingPolicy.Agreement.MAY_FOLLOW
        && (!s.duties().pupilSigned() || (pupil.minor() && !s.duties().guardianSigned()));
  }

  private static List<Finding> join(Finding first, List<Finding> rest) {
    List<Finding> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
