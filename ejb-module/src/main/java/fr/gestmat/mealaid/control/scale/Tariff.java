package fr.gestmat.mealaid.control.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a bracket gives for one child: a fixed value, or a share of the figure between two bounds.
 */
public sealed interface Tariff {

  /** The value at a figure, in the unit of the scale's result, with two decimals. */
  BigDecimal at(BigDecimal figure);

  /** The least that it gives. */
  BigDecimal least();

  /** The most that it gives. */
  BigDecimal most();

  /**
   * The same for everybody in the bracket.
   *
   * @param value at least 0; euros, or percent for a rate
   */
  record Flat(BigDecimal value) implements Tariff {
    /** Checks the value. */
    public Flat {
      atLeastZero(value);
    }

    @Override
    public BigDecimal at(BigDecimal figure) {
      return value;
    }

    @Override
    public BigDecimal least() {
      return value;
    }

    @Override
    public BigDecimal most() {
      return value;
    }
  }

  /**
   * An effort rate ("taux d'effort").
   *
   * @param percent of the figure
   * @param least what it gives at least
   * @param most what it gives at most
   */
  record Effort(BigDecimal percent, BigDecimal least, BigDecimal most) implements Tariff {
    /** Checks the bounds. */
    public Effort {
      atLeastZero(percent);
      atLeastZero(least);
      if (least.compareTo(most) > 0) {
        throw new IllegalArgumentException(least + " is more than " + most);
      }
    }

    @Override
    public BigDecimal at(BigDecimal figure) {
      return unbounded(figure).max(least).min(most);
    }

    /** What the percentage alone gives, rounded to the cent. */
    BigDecimal unbounded(BigDecimal figure) {
      return figure.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** A fixed value. */
  static Tariff flat(String value) {
    return new Flat(new BigDecimal(value));
  }

  /** An effort rate. */
  static Tariff effort(String percent, String least, String most) {
    return new Effort(new BigDecimal(percent), new BigDecimal(least), new BigDecimal(most));
  }

  private static void atLeastZero(BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("less than 0: " + value);
    }
  }
}
