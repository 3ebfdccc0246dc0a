package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.scale.ConditionKind;
import java.util.Optional;

/**
 * What, beside the figure, makes a bracket a household's own.
 *
 * @param kind which condition
 * @param number its number, from 1; 0 for a kind without one
 */
public record Condition(ConditionKind kind, int number) {

  /** No condition. */
  public static final Condition NONE = new Condition(ConditionKind.NONE, 0);

  /** Checks that the number fits the kind. */
  public Condition {
    if (kind.isNumbered() ? number < 1 : number != 0) {
      throw new IllegalArgumentException(kind + " with number " + number);
    }
  }

  /** A condition without a number. */
  public static Condition of(ConditionKind kind) {
    return new Condition(kind, 0);
  }

  /** Whether there is none. */
  public boolean isNone() {
    return kind == ConditionKind.NONE;
  }

  /** Whether a household fulfils it; empty if that is unknown. */
  Optional<Boolean> metBy(Household household) {
    return switch (kind) {
      case NONE -> Optional.of(true);
      case WELFARE -> household.welfare();
      case SCHOLARSHIP -> household.scholarship();
      case CHILD_RANK -> household.childRank().map(rank -> rank >= number);
      case CHILDREN -> household.children().map(count -> count >= number);
    };
  }

  /** Whether everybody who fulfils the other one fulfils this one too. */
  boolean includes(Condition other) {
    return isNone() || (kind == other.kind && number <= other.number);
  }

  /** What has to be known of a household to tell. */
  Missing needed() {
    return switch (kind) {
      case WELFARE -> Missing.WELFARE;
      case SCHOLARSHIP -> Missing.SCHOLARSHIP;
      case CHILD_RANK -> Missing.CHILD_RANK;
      case CHILDREN -> Missing.CHILDREN;
      case NONE -> throw new IllegalStateException("no condition needs nothing");
    };
  }
}
