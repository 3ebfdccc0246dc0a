package fr.gestmat.mealaid.control.followup;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How far applications are, of a whole campaign or of one school.
 *
 * @param received sent at least once
 * @param complete of those, with everything that was asked for
 * @param waiting sent and not taken yet
 * @param review under review
 * @param toComplete in the family's hands
 * @param granted aid given
 * @param refused aid not given
 * @param closed no follow-up
 * @param withdrawn taken back
 * @param amount what the decisions that stand give for the year, in euros
 * @param delay days from the sending to the decision that stands, the median; empty without one
 */
public record Standing(
    long received,
    long complete,
    long waiting,
    long review,
    long toComplete,
    long granted,
    long refused,
    long closed,
    long withdrawn,
    BigDecimal amount,
    Optional<Integer> delay) {

  /** Nothing was sent. */
  public static final Standing NOTHING =
      new Standing(0, 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, Optional.empty());

  /** Granted, refused or closed. */
  public long decided() {
    return granted + refused + closed;
  }

  /** Whether aid was given as a share of the price of meals only, which is no amount. */
  public boolean inShares() {
    return granted > 0 && amount.signum() == 0;
  }

  /** Neither decided nor taken back. */
  public long open() {
    return waiting + review + toComplete;
  }
}
