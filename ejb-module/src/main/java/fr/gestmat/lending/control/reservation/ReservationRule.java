package fr.gestmat.lending.control.reservation;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.DeviceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides whether a device may be kept for a pupil (L059). */
public final class ReservationRule {

  private ReservationRule() {}

  /**
   * What the rule looks at.
   *
   * @param state where the device stands; one on loan may be kept for whoever gets it next
   * @param places the schools that it belongs to, is at, or is on its way to
   * @param active whether the pupil is at a school
   * @param pupilSchool the pupil's school
   * @param held whether this pupil holds this very device
   * @param reserved whether it is kept for somebody already
   */
  public record Facts(
      DeviceState state,
      Set<Long> places,
      boolean active,
      long pupilSchool,
      boolean held,
      boolean reserved) {

    /** Copies the places. */
    public Facts {
      places = Set.copyOf(places);
    }
  }

  /** Everything that forbids it; empty if nothing does. */
  public static List<Refusal> refusals(Facts facts) {
    List<Refusal> wrong = new ArrayList<>();
    if (!canBeLentLater(facts.state())) {
      wrong.add(Refusal.of("eleve", "reserveNotInThisState"));
    }
    if (facts.reserved()) {
      wrong.add(Refusal.of("eleve", "reservedAlready"));
    }
    if (!facts.active()) {
      wrong.add(Refusal.of("eleve", "reservePupilHasLeft"));
    } else if (!facts.places().contains(facts.pupilSchool())) {
      wrong.add(Refusal.of("eleve", "reservePupilElsewhere"));
    }
    if (facts.held()) {
      wrong.add(Refusal.of("eleve", "reserveHeldAlready"));
    }
    return wrong;
  }

  /** Whether a device may be lent some day without being found or taken back first. */
  public static boolean canBeLentLater(DeviceState state) {
    return switch (state) {
      case EXPECTED, IN_STOCK, ON_LOAN, TO_CHECK, IN_REPAIR, IN_TRANSIT -> true;
      case LOST, STOLEN, WITHDRAWN, OWNERSHIP_TRANSFERRED -> false;
    };
  }
}
