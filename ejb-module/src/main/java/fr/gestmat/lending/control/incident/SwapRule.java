package fr.gestmat.lending.control.incident;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.DeviceState;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a device may serve in place of one that is being mended: it can be lent here now,
 * or the pupil of the repair has it already.
 */
public final class SwapRule {

  private SwapRule() {}

  /**
   * What the rule looks at.
   *
   * @param state where the device stands
   * @param here whether it is at the school of the repair
   * @param holder who has it
   * @param emergencyForOthers whether it is of the emergency stock, and no incident gives one to
   *     the pupil
   * @param keptForOther whether it is kept for another pupil
   * @param serves whether it serves in place of yet another device that is away
   */
  public record Facts(
      DeviceState state,
      boolean here,
      Holder holder,
      boolean emergencyForOthers,
      boolean keptForOther,
      boolean serves) {}

  /** Who has the device. */
  public enum Holder {
    /** Nobody. */
    NOBODY,
    /** The pupil of the repair. */
    SAME_PUPIL,
    /** A pupil who says that it was given back. */
    CLAIMS_RETURN,
    /** Another pupil. */
    OTHER_PUPIL
  }

  /** Everything that forbids it, said with its tag; empty if nothing does. */
  public static List<Refusal> refusals(String tag, Facts facts) {
    List<Refusal> wrong = new ArrayList<>();
    switch (facts.state()) {
      case IN_STOCK -> free(tag, facts, wrong);
      case ON_LOAN -> {
        switch (facts.holder()) {
          case SAME_PUPIL -> {}
          case CLAIMS_RETURN -> wrong.add(refusal("swapClaimed", tag));
          case NOBODY, OTHER_PUPIL -> wrong.add(refusal("swapLent", tag));
        }
      }
      case TO_CHECK -> wrong.add(refusal("swapToCheck", tag));
      case IN_REPAIR -> wrong.add(refusal("swapInRepair", tag));
      case IN_TRANSIT -> wrong.add(refusal("swapInTransit", tag));
      case EXPECTED -> wrong.add(refusal("swapExpected", tag));
      case LOST, STOLEN, WITHDRAWN, OWNERSHIP_TRANSFERRED -> wrong.add(refusal("swapGone", tag));
    }
    if (facts.serves()) {
      wrong.add(refusal("swapServes", tag));
    }
    return wrong;
  }

  private static void free(String tag, Facts facts, List<Refusal> wrong) {
    if (!facts.here()) {
      wrong.add(refusal("swapElsewhere", tag));
    }
    if (facts.emergencyForOthers()) {
      wrong.add(refusal("swapEmergency", tag));
    }
    if (facts.keptForOther()) {
      wrong.add(refusal("swapReserved", tag));
    }
  }

  private static Refusal refusal(String code, String tag) {
    return Refusal.of("swap", code, tag);
  }
}
