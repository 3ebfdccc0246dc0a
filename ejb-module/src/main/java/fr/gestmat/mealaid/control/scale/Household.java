package fr.gestmat.mealaid.control.scale;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a scale asks of a household, for one child. Absent means unknown: never 0, never no.
 *
 * @param familyQuotient the month's quotient of CAF or MSA, in euros
 * @param taxIncome the reference tax income of a year, in euros
 * @param taxShares the shares of the tax notice, more than 0
 * @param children dependent children
 * @param childRank the child's place among those of the family at the canteen, from 1
 * @param welfare whether the RSA is received
 * @param scholarship whether the child holds a scholarship
 * @param withheld whether the family gives no figures, in a campaign that takes it for one of the
 *     highest incomes then
 */
public record Household(
    Optional<BigDecimal> familyQuotient,
    Optional<BigDecimal> taxIncome,
    Optional<BigDecimal> taxShares,
    Optional<Integer> children,
    Optional<Integer> childRank,
    Optional<Boolean> welfare,
    Optional<Boolean> scholarship,
    boolean withheld) {

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException if one cannot be: forms refuse it before
   */
  public Household {
    familyQuotient.ifPresent(value -> atLeastZero(value, "family quotient"));
    taxIncome.ifPresent(value -> atLeastZero(value, "tax income"));
    taxShares.filter(value -> value.signum() <= 0).ifPresent(value -> refuse("tax shares", value));
    children.filter(count -> count < 0).ifPresent(count -> refuse("children", count));
    childRank.filter(rank -> rank < 1).ifPresent(rank -> refuse("child rank", rank));
  }

  /** A household of which nothing is known. */
  public static Household unknown() {
    return new Household(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** With the quotient of CAF or MSA. */
  public Household withFamilyQuotient(BigDecimal euros) {
    return new Household(
        Optional.of(euros),
        taxIncome,
        taxShares,
        children,
        childRank,
        welfare,
        scholarship,
        withheld);
  }

  /** With the reference tax income of a year. */
  public Household withTaxIncome(BigDecimal euros) {
    return new Household(
        familyQuotient,
        Optional.of(euros),
        taxShares,
        children,
        childRank,
        welfare,
        scholarship,
        withheld);
  }

  /** With the shares of the tax notice. */
  public Household withTaxShares(BigDecimal shares) {
    return new Household(
        familyQuotient,
        taxIncome,
        Optional.of(shares),
        children,
        childRank,
        welfare,
        scholarship,
        withheld);
  }

  /** With a number of dependent children. */
  public Household withChildren(int count) {
    return new Household(
        familyQuotient,
        taxIncome,
        taxShares,
        Optional.of(count),
        childRank,
        welfare,
        scholarship,
        withheld);
  }

  /** With the child's place among those at the canteen, from 1. */
  public Household withChildRank(int rank) {
    return new Household(
        familyQuotient,
        taxIncome,
        taxShares,
        children,
        Optional.of(rank),
        welfare,
        scholarship,
        withheld);
  }

  /** With whether the RSA is received. */
  public Household withWelfare(boolean received) {
    return new Household(
        familyQuotient,
        taxIncome,
        taxShares,
        children,
        childRank,
        Optional.of(received),
        scholarship,
        withheld);
  }

  /** With whether the child holds a scholarship. */
  public Household withScholarship(boolean held) {
    return new Household(
        familyQuotient,
        taxIncome,
        taxShares,
        children,
        childRank,
        welfare,
        Optional.of(held),
        withheld);
  }

  /** Of a family that gives no figures and is taken for one of the highest incomes. */
  public Household withholding() {
    return new Household(
        familyQuotient, taxIncome, taxShares, children, childRank, welfare, scholarship, true);
  }

  /** Of a family that is not taken for one of the highest incomes. */
  public Household disclosing() {
    return new Household(
        familyQuotient, taxIncome, taxShares, children, childRank, welfare, scholarship, false);
  }

  private static void atLeastZero(BigDecimal value, String what) {
    if (value.signum() < 0) {
      refuse(what, value);
    }
  }

  private static void refuse(String what, Object value) {
    throw new IllegalArgumentException(what + " cannot be " + value);
  }
}
