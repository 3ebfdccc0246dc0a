package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.scale.BoundStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The figures of a bracket, to the cent, both ends included. Empty if {@code last} is less than
 * {@code first}.
 *
 * @param first its lowest figure, in cents
 * @param last its highest, in cents; {@link #ENDLESS} if there is none
 */
record Span(long first, long last) {

  /** No upper bound. */
  static final long ENDLESS = Long.MAX_VALUE;

  /**
   * The span between two bounds. Absent bounds are zero and infinity; a bracket that begins at 0
   * includes 0 whatever the style, as nobody means to leave it out.
   */
  static Span of(Optional<BigDecimal> from, Optional<BigDecimal> upTo, BoundStyle style) {
    long first =
        from.map(
                value ->
                    value.signum() > 0 && style == BoundStyle.UPPER_INCLUDED
                        ? cents(value) + 1
                        : cents(value))
            .orElse(0L);
    long last =
        upTo.map(value -> style == BoundStyle.LOWER_INCLUDED ? cents(value) - 1 : cents(value))
            .orElse(ENDLESS);
    return new Span(first, last);
  }

  /** An amount in cents, rounded half up. */
  static long cents(BigDecimal euros) {
    return euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** An amount in euros. */
  static BigDecimal euros(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  boolean isEmpty() {
    return last < first;
  }

  boolean holds(long cents) {
    return first <= cents && cents <= last;
  }

  boolean meets(Span other) {
    return first <= other.last && other.first <= last;
  }

  boolean isWhole() {
    return first == 0 && last == ENDLESS;
  }
}
