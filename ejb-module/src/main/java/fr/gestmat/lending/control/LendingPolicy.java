package fr.gestmat.lending.control;

import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.Limits;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.KitStep;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How one authority lends: data that it decides, read from the table {@code lending_policy}.
 *
 * @param returnPlace where a device may be brought back
 * @param lostReturnAllowed whether a scan takes back a device that was declared lost (L021)
 * @param withdrawnReturnAllowed whether a scan takes back a withdrawn or given device (L024)
 * @param floating whether a device stays in the school where it came back (L041)
 * @param autoReturn whether lending a device closes its previous loan without asking (L051)
 * @param namesAcrossSchools whether a desk sees the holder's name though it cannot close the loan
 * @param agreement what the loan agreement asks for
 * @param agreementDays days within which an agreement may follow
 * @param limits devices of one category that a pupil may hold (L057)
 * @param loanEnds the day of the year on which loans end; empty for the whole schooling
 * @param openDays when schools are open
 * @param eligible the pupils who get a device
 * @param loanFollowsPupil whether an open loan goes with a pupil who changes school
 * @param incidents what an incident of each kind leads to; see {@link #on}
 * @param piecesCharged whether pieces that don't come back, or come back broken, are charged; see
 *     {@link #asksForPieces}
 * @param endOfSchooling whether the device is given or comes back
 * @param presumedLostDays days after its due date when a loan is presumed lost; empty for never
 * @param personalDataMonths months after which a closed loan no longer names its pupil
 */
public record LendingPolicy(
    ReturnPlace returnPlace,
    boolean lostReturnAllowed,
    boolean withdrawnReturnAllowed,
    boolean floating,
    boolean autoReturn,
    boolean namesAcrossSchools,
    Agreement agreement,
    int agreementDays,
    Limits limits,
    Optional<MonthDay> loanEnds,
    OpenDays openDays,
    Cohort eligible,
    boolean loanFollowsPupil,
    Map<IncidentKind, IncidentRule> incidents,
    boolean piecesCharged,
    EndOfSchooling endOfSchooling,
    OptionalInt presumedLostDays,
    int personalDataMonths) {

  /** What holds for an authority that decided nothing yet. */
  public static final LendingPolicy DEFAULT =
      new LendingPolicy(
          ReturnPlace.ANYWHERE,
          true,
          false,
          false,
          false,
          false,
          Agreement.MAY_FOLLOW,
          15,
          Limits.of(1),
          Optional.empty(),
          new OpenDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of()),
          Cohort.EVERYONE,
          true,
          Map.of(),
          true,
          EndOfSchooling.RETURN,
          OptionalInt.empty(),
          24);

  /** A second scan of a return within this time is the same return (L014). */
  public static final Duration DUPLICATE_RETURN = Duration.ofMinutes(60);

  /** A device scanned again this soon where it was sent from was scanned by mistake (L040). */
  public static final Duration BOUNCE = Duration.ofMinutes(10);

  /** Where a device may be brought back (L036). */
  public enum ReturnPlace {
    /** In any school of the authority. */
    ANYWHERE,
    /** Only in the school that it belongs to. */
    HOME_ONLY,
    /** Only in the school that issued it. */
    ISSUER_ONLY,
    /** In either of the two. */
    EITHER
  }

  /** What the loan agreement asks for. */
  public enum Agreement {
    /** Signed before the device is handed over. */
    REQUIRED,
    /** May be signed within {@link LendingPolicy#agreementDays} days. */
    MAY_FOLLOW,
    /** Not used. */
    NONE
  }

  /** What an incident of this kind leads to. */
  public IncidentRule on(IncidentKind kind) {
    return incidents.getOrDefault(kind, IncidentRule.NOTHING);
  }

  /**
   * Whether the family is asked for pieces that are noted as missing or broken at this step (L066).
   * What was missing when the device was handed over is nobody's debt.
   */
  public boolean asksForPieces(KitStep step) {
    return step == KitStep.RETURN && piecesCharged;
  }

  /** Whether a device of school {@code home} lent by {@code issuer} may be taken back here. */
  public boolean allowsReturnAt(long here, long home, long issuer) {
    return switch (returnPlace) {
      case ANYWHERE -> true;
      case HOME_ONLY -> here == home;
      case ISSUER_ONLY -> here == issuer;
      case EITHER -> here == home || here == issuer;
    };
  }

  /**
   * Last day of a loan that begins on {@code today}: the next end of the year by policy, not after
   * the pupil's last day, on an open day (L061). Empty when the loan lasts the whole schooling and
   * the pupil's last day is unknown.
   *
   * @param lastDay the pupil's last day, not before {@code today}
   */
  public Optional<LocalDate> dueOn(LocalDate today, Optional<LocalDate> lastDay) {
    Optional<LocalDate> end =
        loanEnds.map(
            day -> {
              LocalDate thisYear = day.atYear(today.getYear());
              return thisYear.isAfter(today) ? thisYear : day.atYear(today.getYear() + 1);
            });
    Optional<LocalDate> due =
        end.isEmpty() || (lastDay.isPresent() && lastDay.get().isBefore(end.get())) ? lastDay : end;
    return due.map(day -> openDays.lastOnOrBefore(day, today));
  }

  /**
   * A last day that somebody named, held to what holds for a computed one: not after the pupil's
   * last day, on an open day (L061).
   *
   * @param lastDay the pupil's last day, not before {@code today}
   */
  public LocalDate held(LocalDate named, LocalDate today, Optional<LocalDate> lastDay) {
    return openDays.lastOnOrBefore(lastDay.filter(day -> day.isBefore(named)).orElse(named), today);
  }
}
