package fr.gestmat.lending.control.cession;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.LoanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may choose at the end of schooling, when, and until when it can be taken back. That devices
 * are given at all, and at which levels, is the authority's policy.
 */
public final class CessionRule {

  private CessionRule() {}

  /** Who chooses. */
  public enum Chooser {
    /** The pupil, of age. */
    PUPIL,
    /** A guardian of a pupil who is not, or whose age is unknown. */
    GUARDIAN
  }

  /**
   * A loan at the end of schooling.
   *
   * @param given whether policy gives a device to a pupil of this level
   * @param loan where the loan stands
   * @param adult whether the pupil is of age; false if the date of birth is unknown
   * @param decided whether a choice is recorded
   * @param certified whether the certificate is issued
   * @param opensOn when pupils may begin to choose, while they may not yet
   */
  public record Standing(
      boolean given,
      LoanState loan,
      boolean adult,
      boolean decided,
      boolean certified,
      Optional<LocalDate> opensOn) {}

  /** Why a choice can't be recorded; empty if it can. */
  public static List<Refusal> choosing(Standing standing, Chooser chooser) {
    List<Refusal> reasons = new ArrayList<>();
    if (standing.decided()) {
      return List.of(Refusal.of("choice", "decidedAlready"));
    }
    if (!standing.given()) {
      reasons.add(Refusal.of("choice", "notGiven"));
    } else if (standing.opensOn().isPresent()) {
      reasons.add(Refusal.of("choice", "notOpenYet", standing.opensOn().get()));
    }
    if (standing.loan() != LoanState.OPEN) {
      reasons.add(Refusal.of("choice", "loanNotOpen"));
    }
    if (chooser == Chooser.PUPIL && !standing.adult()) {
      reasons.add(Refusal.of("chooser", "guardianMustChoose"));
    }
    if (chooser == Chooser.GUARDIAN && standing.adult()) {
      reasons.add(Refusal.of("chooser", "adultChooses"));
    }
    return reasons;
  }

  /**
   * Why a choice can't be made, or made anew in place of the one that is recorded; empty if it can.
   */
  public static List<Refusal> changing(Standing standing, boolean accepted, Chooser chooser) {
    if (standing.certified()) {
      return List.of(Refusal.of("choice", "certifiedAlready"));
    }
    // Who accepted has no loan any more: taking the choice back opens it again.
    LoanState loan = standing.decided() && accepted ? LoanState.OPEN : standing.loan();
    return choosing(
        new Standing(standing.given(), loan, standing.adult(), false, false, standing.opensOn()),
        chooser);
  }

  /**
   * Why a pupil can't keep a device now; empty if nothing stands against it. A breakage or a theft
   * is settled first: what it leads to falls on who holds the device on loan.
   */
  public static List<Refusal> keeping(boolean incidentRuns) {
    return incidentRuns ? List.of(Refusal.of("choice", "incidentRuns")) : List.of();
  }

  /** Why a choice can't be taken back; empty if it can. */
  public static List<Refusal> undoing(Standing standing) {
    if (!standing.decided()) {
      return List.of(Refusal.of("choice", "nothingChosen"));
    }
    return standing.certified() ? List.of(Refusal.of("choice", "certifiedAlready")) : List.of();
  }
}
