package fr.gestmat.mealaid.control.taxnotice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a family typed beside what its notice says (M-M16). Shown to the family before it submits
 * and to the officer afterwards; it refuses nothing.
 */
public final class NoticeComparison {

  private NoticeComparison() {}

  /** A figure that can be compared. */
  public enum Figure {
    /** Reference tax income, in euros. */
    REFERENCE_INCOME,
    /** Number of shares. */
    SHARES
  }

  /**
   * A figure that differs.
   *
   * @param figure which
   * @param typed by the family
   * @param read on the notice
   */
  public record Difference(Figure figure, BigDecimal typed, BigDecimal read) {}

  /** What differs; what either does not say is not compared. */
  public static List<Difference> of(
      Optional<BigDecimal> typedIncome,
      Optional<BigDecimal> typedShares,
      Optional<BigDecimal> readIncome,
      Optional<BigDecimal> readShares) {
    List<Difference> differences = new ArrayList<>();
    add(differences, Figure.REFERENCE_INCOME, typedIncome, readIncome);
    add(differences, Figure.SHARES, typedShares, readShares);
    return List.copyOf(differences);
  }

  /**
   * Whether the notice needs no look of an officer: authentic, of the right year, in the right
   * name, and saying what the family typed.
   */
  public static boolean isProof(
      Authenticity authenticity,
      NoticeYear year,
      boolean rightName,
      Optional<BigDecimal> typedIncome,
      Optional<BigDecimal> readIncome) {
    return authenticity == Authenticity.AUTHENTIC
        && year == NoticeYear.RIGHT
        && rightName
        && typedIncome.isPresent()
        && readIncome.isPresent()
        && typedIncome.get().compareTo(readIncome.get()) == 0;
  }

  private static void add(
      List<Difference> differences,
      Figure figure,
      Optional<BigDecimal> typed,
      Optional<BigDecimal> read) {
    if (typed.isPresent() && read.isPresent() && typed.get().compareTo(read.get()) != 0) {
      differences.add(new Difference(figure, typed.get(), read.get()));
    }
  }
}
