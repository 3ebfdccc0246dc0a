package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Missing;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A figure of one of the households of a child: who lives with both parents in turn has two
 * (M-F20).
 *
 * @param second whether of the one that is not the applicant's
 * @param figure one of {@link #NUMBERS}
 */
public record HouseholdFigure(boolean second, Missing figure)
    implements Comparable<HouseholdFigure> {

  /** What can be established: figures. Whether RSA or a scholarship is received is none. */
  public static final Set<Missing> NUMBERS =
      Collections.unmodifiableSet(EnumSet.range(Missing.FAMILY_QUOTIENT, Missing.CHILD_RANK));

  private static final String SECOND = "SECOND_";

  private static final Comparator<HouseholdFigure> ORDER =
      Comparator.comparing(HouseholdFigure::second).thenComparing(HouseholdFigure::figure);

  /** Of the applicant's household. */
  public static HouseholdFigure ofApplicant(Missing figure) {
    return new HouseholdFigure(false, figure);
  }

  /**
   * Those among what a scale asks for, in their order. The child's place at the canteen is its own:
   * no second household has another.
   *
   * @param asked by the scale
   * @param two whether a second household counts
   */
  public static List<HouseholdFigure> among(Collection<Missing> asked, boolean two) {
    return NUMBERS.stream()
        .filter(asked::contains)
        .flatMap(
            figure ->
                two && figure != Missing.CHILD_RANK
                    ? Stream.of(ofApplicant(figure), new HouseholdFigure(true, figure))
                    : Stream.of(ofApplicant(figure)))
        .sorted()
        .toList();
  }

  /** How forms and events name it. */
  public String code() {
    return second ? SECOND + figure.name() : figure.name();
  }

  /** The one of that {@linkplain #code() name}; empty if there is none. */
  public static Optional<HouseholdFigure> read(String code) {
    return among(Arrays.asList(Missing.values()), true).stream()
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  /** As its household has it; empty if it is unknown. */
  public Optional<BigDecimal> in(Household household) {
    return switch (figure) {
      case FAMILY_QUOTIENT -> household.familyQuotient();
      case TAX_INCOME -> household.taxIncome();
      case TAX_SHARES -> household.taxShares();
      case CHILDREN -> household.children().map(BigDecimal::valueOf);
      case CHILD_RANK -> household.childRank().map(BigDecimal::valueOf);
      case WELFARE, SCHOLARSHIP -> Optional.empty();
    };
  }

  @Override
  public int compareTo(HouseholdFigure other) {
    return ORDER.compare(this, other);
  }
}
