package fr.gestmat.lending.control;

import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LendingRight;
import fr.gestmat.lending.entity.LoanState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * All that the rules of a scan look at, gathered before they are asked.
 *
 * @param desk who scans, where and when
 * @param wish what the desk asks for
 * @param policy how the authority lends
 * @param device the scanned device; empty if no device of the authority carries the code
 * @param holder the loan that holds the device and its pupil
 * @param pupil the pupil opened at the desk, if the desk may know that pupil
 * @param duties what else binds pupil and device
 */
public record ScanSituation(
    Desk desk,
    Wish wish,
    LendingPolicy policy,
    Optional<DeviceFacts> device,
    Optional<HolderFacts> holder,
    Optional<PupilFacts> pupil,
    Duties duties) {

  /**
   * Who scans, where and when.
   *
   * @param school the school of the desk
   * @param right what the agent may cause there
   * @param now the real clock
   * @param zone the authority's time zone, in which days are counted
   */
  public record Desk(SchoolRef school, LendingRight right, Instant now, ZoneId zone) {

    /** Today, for the authority. */
    public LocalDate today() {
      return day(now);
    }

    /** The authority's day of an instant. */
    public LocalDate day(Instant instant) {
      return instant.atZone(zone).toLocalDate();
    }
  }

  /**
   * What the desk asks for.
   *
   * @param code the code, as answers quote it
   * @param pupilNamed whether a pupil is opened at the desk, known or not
   * @param returnedAt back-dates a return
   * @param grade condition that the agent sees
   * @param choice what the agent chose of an earlier answer
   * @param reasonGiven whether the agent gave a reason for an override
   * @param dueOn the last day that a desk without network promised (L090)
   */
  public record Wish(
      String code,
      boolean pupilNamed,
      Optional<Instant> returnedAt,
      Optional<ConditionGrade> grade,
      Optional<ScanChoice> choice,
      boolean reasonGiven,
      Optional<LocalDate> dueOn) {}

  /**
   * The scanned device.
   *
   * @param state where it stands
   * @param category what limits count by
   * @param home the school that it belongs to
   * @param place the school where it is, or was last known to be
   * @param way its way, while in transit
   * @param lastReturn its last return
   * @param grade its condition when last seen
   * @param emergency whether it belongs to the emergency stock
   */
  public record DeviceFacts(
      DeviceState state,
      String category,
      SchoolRef home,
      SchoolRef place,
      Optional<Way> way,
      Optional<LastReturn> lastReturn,
      ConditionGrade grade,
      boolean emergency) {}

  /**
   * The way of a device in transit.
   *
   * @param from where it was sent from; only there it may be kept after all
   * @param to where it goes
   * @param sentAt when it was sent
   */
  public record Way(Optional<SchoolRef> from, SchoolRef to, Optional<Instant> sentAt) {}

  /**
   * The last return of a device.
   *
   * @param at when it was recorded
   * @param schoolId where
   * @param agent by whom
   */
  public record LastReturn(Instant at, Optional<Long> schoolId, String agent) {}

  /**
   * The loan that holds the device, and its pupil.
   *
   * @param state where the loan stands
   * @param linked whether the device knows that this loan holds it
   * @param pupilId the pupil's database id
   * @param name the pupil's name
   * @param schoolClass the pupil's class, or an empty text
   * @param hasLeft whether the pupil left
   * @param issuer the school that handed the device over
   * @param checkedOutAt when
   * @param dueOn last day
   * @param inScope whether the agent may see this pupil anyway
   */
  public record HolderFacts(
      LoanState state,
      boolean linked,
      long pupilId,
      String name,
      String schoolClass,
      boolean hasLeft,
      SchoolRef issuer,
      Instant checkedOutAt,
      Optional<LocalDate> dueOn,
      boolean inScope) {}

  /**
   * The pupil opened at the desk.
   *
   * @param id database id
   * @param name the name
   * @param schoolClass the class, or an empty text
   * @param mef the MEF code of the pupil's level, if known
   * @param school the school where the pupil is
   * @param active whether the pupil is still there
   * @param lastDay the pupil's last day, if known
   * @param minor whether the pupil is under age, or of unknown age
   * @param countedLoans loans of the device's category that count in the limit (open and lost, but
   *     for those that an incident replaces)
   * @param granted where an incident gives this pupil a new device of the category from, if it does
   * @param swappableTag asset tag of the one device of that category that the pupil holds
   */
  public record PupilFacts(
      long id,
      String name,
      String schoolClass,
      Optional<String> mef,
      SchoolRef school,
      boolean active,
      Optional<LocalDate> lastDay,
      boolean minor,
      int countedLoans,
      Replacement granted,
      Optional<String> swappableTag) {}

  /**
   * What else binds the pupil and the device: agreements, incidents and reservations.
   *
   * @param pupilSigned whether the pupil signed the agreement
   * @param guardianSigned whether a guardian did
   * @param signaturesPending whether requests for a signature wait for this loan
   * @param blockingIncident whether an incident forbids this pupil a device
   * @param reservation whether somebody reserved the device
   * @param charge what was asked for the device's loss
   */
  public record Duties(
      boolean pupilSigned,
      boolean guardianSigned,
      boolean signaturesPending,
      boolean blockingIncident,
      Reservation reservation,
      Charge charge) {

    /** Nothing signed, nothing pending, nothing reserved. */
    public static final Duties NONE =
        new Duties(false, false, false, false, Reservation.NONE, Charge.NONE);
  }

  /** Whether somebody reserved the device. */
  public enum Reservation {
    /** Nobody. */
    NONE,
    /** The pupil opened at the desk. */
    FOR_THIS_PUPIL,
    /** Another pupil. */
    FOR_ANOTHER
  }

  /** What was asked for the loss of the device. */
  public enum Charge {
    /** Nothing. */
    NONE,
    /** A sum that is not paid yet, and is dropped when the device is found. */
    ASKED,
    /** A sum that was paid, and is given back when the device is found. */
    PAID,
    /** A sum that stays due though the device is found. */
    KEPT
  }

  /** Whether device and loan tell the same story (L018, L054). */
  boolean isConsistent() {
    if (device.isEmpty()) {
      return true;
    }
    DeviceState state = device.get().state();
    boolean fits =
        switch (state) {
          case ON_LOAN ->
              holder
                  .filter(
                      h -> h.state() == LoanState.OPEN || h.state() == LoanState.CLAIMED_RETURNED)
                  .isPresent();
          case LOST -> holder.isEmpty() || holder.get().state() == LoanState.LOST;
          default -> holder.isEmpty();
        };
    return fits
        && (holder.isEmpty() || holder.get().linked())
        && (state == DeviceState.IN_TRANSIT) == device.get().way().isPresent();
  }

  /** Whether policy lets this desk take the device back from its holder (L036). */
  boolean isReturnAllowedHere(DeviceFacts scanned, HolderFacts loan) {
    return policy.allowsReturnAt(desk.school().id(), scanned.home().id(), loan.issuer().id());
  }

  /**
   * Whether the answer may say who holds the device: the agent may see the pupil anyway, the desk
   * may close the loan, or policy shows names across schools.
   */
  public boolean isHolderVisible() {
    return device.isPresent()
        && holder.isPresent()
        && (holder.get().inScope()
            || isReturnAllowedHere(device.get(), holder.get())
            || policy.namesAcrossSchools());
  }

  /** The condition that counts: what the agent sees, else what was last known. */
  ConditionGrade gradeOf(DeviceFacts scanned) {
    return wish.grade().orElse(scanned.grade());
  }

  /** The holder's name, or an empty text when it may not be said. */
  String holderName() {
    return isHolderVisible() ? holder.map(HolderFacts::name).orElse("") : "";
  }
}
