package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.entity.ChargeState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What becomes of the charge of missing pieces when some of them are found after it was made. What
 * is asked never goes below zero: it is lowered, or dropped and asked again for what is left.
 *
 * @param outcome what happens to the charge
 * @param before what was asked, in euros
 * @param left what the pieces that are still owed come to, in euros, zero or more
 */
public record PieceRelief(Outcome outcome, BigDecimal before, BigDecimal left) {

  /** What happens to the charge. */
  public enum Outcome {
    /** Nobody outside knows its amount yet: it asks less from now on. */
    LOWERED,
    /** Nothing is asked any more; what is left is proposed as a charge of its own. */
    CANCELLED,
    /** It was paid and is given back; what is left is proposed as a charge of its own. */
    TO_REFUND
  }

  /**
   * Decides.
   *
   * @param state where the charge stands
   * @param amount what it asks for all the pieces that were owed, in euros
   * @param owed how many were owed before, at least one
   * @param found how many of them were found
   * @return empty if nothing is asked any more anyway
   */
  public static Optional<PieceRelief> decide(
      ChargeState state, BigDecimal amount, int owed, int found) {
    BigDecimal left =
        amount
            .multiply(BigDecimal.valueOf(Math.max(0, owed - found)))
            .divide(BigDecimal.valueOf(owed), 2, RoundingMode.DOWN);
    return switch (state) {
      case PROPOSED, VALIDATED ->
          Optional.of(
              new PieceRelief(
                  left.signum() == 0 ? Outcome.CANCELLED : Outcome.LOWERED, amount, left));
      case SENT -> Optional.of(new PieceRelief(Outcome.CANCELLED, amount, left));
      case PAID -> Optional.of(new PieceRelief(Outcome.TO_REFUND, amount, left));
      case CANCELLED, TO_REFUND, REFUNDED -> Optional.empty();
    };
  }
}
