package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.entity.ChargeState;
import java.math.BigDecimal;
import java.util.Optional;

/** What becomes of the charge of a repair when the cost of the repair is said or corrected. */
public enum RepairCharge {
  /** Nothing. */
  NOTHING,
  /** It is proposed. */
  PROPOSED,
  /** Nobody agreed to its amount yet: it asks for what the repair cost from now on. */
  CHANGED,
  /** Nothing is asked for this cost: the proposal is dropped. */
  DROPPED;

  /**
   * A charge as it stands.
   *
   * @param state where it stands
   * @param amount what it asks for, in euros
   */
  public record Standing(ChargeState state, BigDecimal amount) {}

  /**
   * Decides. What was validated, or dropped by hand, stays as it is.
   *
   * @param due what is to be asked for this cost, in euros, more than zero; empty for nothing
   * @param charge the charge of this repair, if there is one
   * @param askedOtherwise whether the same incident asks for another repair already
   * @param corrected whether what the repair cost was changed; what is only saved again, after the
   *     prices changed, stays as it was proposed
   */
  public static RepairCharge decide(
      Optional<BigDecimal> due,
      Optional<Standing> charge,
      boolean askedOtherwise,
      boolean corrected) {
    if (charge.isEmpty()) {
      return due.isPresent() && !askedOtherwise ? PROPOSED : NOTHING;
    }
    if (charge.get().state() != ChargeState.PROPOSED || !corrected) {
      return NOTHING;
    }
    if (due.isEmpty()) {
      return DROPPED;
    }
    return due.get().compareTo(charge.get().amount()) == 0 ? NOTHING : CHANGED;
  }
}
