package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs between a school's statement and the one before, child by child. */
public final class StatementDifference {

  private StatementDifference() {}

  /** How a child's sum differs. */
  public enum Change {
    /** Was not in the statement before. */
    NEW,
    /** Has another sum. */
    OTHER_AMOUNT,
    /** Is not in this one. */
    GONE
  }

  /**
   * A child whose sum differs.
   *
   * @param familyName family name
   * @param givenName given name
   * @param change how
   * @param before euros in the statement before
   * @param now euros in this one
   */
  public record Child(
      String familyName, String givenName, Change change, BigDecimal before, BigDecimal now) {}

  private record Summed(String familyName, String givenName, BigDecimal amount) {}

  /** The children whose sums differ; those of this statement first, in its order. */
  public static List<Child> between(List<StatedLine> before, List<StatedLine> now) {
    Map<Long, Summed> old = byChild(before);
    Map<Long, Summed> fresh = byChild(now);
    List<Child> all = new ArrayList<>();
    fresh.forEach(
        (application, sum) -> {
          Summed was = old.get(application);
          if (was == null) {
            all.add(child(sum, Change.NEW, StatedAmount.ZERO, sum.amount()));
          } else if (was.amount().compareTo(sum.amount()) != 0) {
            all.add(child(sum, Change.OTHER_AMOUNT, was.amount(), sum.amount()));
          }
        });
    old.forEach(
        (application, was) -> {
          if (!fresh.containsKey(application)) {
            all.add(child(was, Change.GONE, was.amount(), StatedAmount.ZERO));
          }
        });
    return all;
  }

  private static Child child(Summed who, Change change, BigDecimal before, BigDecimal now) {
    return new Child(who.familyName(), who.givenName(), change, before, now);
  }

  private static Map<Long, Summed> byChild(List<StatedLine> lines) {
    Map<Long, Summed> sums = new LinkedHashMap<>();
    for (StatedLine line : lines) {
      if (line.child().applicationId() != null) {
        sums.merge(
            Objects.requireNonNull(line.child().applicationId()),
            new Summed(line.child().familyName(), line.child().givenName(), line.amount()),
            (one, two) ->
                new Summed(two.familyName(), two.givenName(), one.amount().add(two.amount())));
      }
    }
    return sums;
  }
}
