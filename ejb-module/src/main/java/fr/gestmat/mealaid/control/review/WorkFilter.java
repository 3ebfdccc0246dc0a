package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.entity.ApplicationState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which applications a work list shows. What is absent does not filter.
 *
 * @param state where they stand
 * @param school code of the school
 * @param assigned who has them
 * @param complete whether everything that was asked for has arrived
 * @param flag something particular
 * @param search a number, or the beginnings of names; empty for none
 */
public record WorkFilter(
    Optional<ApplicationState> state,
    Optional<String> school,
    Assigned assigned,
    Optional<Boolean> complete,
    Optional<Flag> flag,
    String search) {

  /** Everything that was submitted. */
  public static final WorkFilter ALL =
      new WorkFilter(
          Optional.empty(),
          Optional.empty(),
          new Assigned.Anybody(),
          Optional.empty(),
          Optional.empty(),
          "");

  /** Something particular about an application. */
  public enum Flag {
    /** The school has not said how the child eats there. */
    NO_VISA,
    /** The family has something to put right. */
    CORRECTION,
    /** A second look is asked for. */
    SECOND_LOOK,
    /** An appeal waits for its answer. */
    APPEAL,
    /** Nobody knows yet which pupil the child is. */
    UNKNOWN_CHILD,
    /** It came after the day of the full effect. */
    LATE
  }

  /** Who has an application. */
  public sealed interface Assigned {
    /** It does not matter. */
    record Anybody() implements Assigned {}

    /** Nobody. */
    record Nobody() implements Assigned {}

    /** Who asks. */
    record Me() implements Assigned {}

    /** One officer, by the account's public id. */
    record Officer(UUID id) implements Assigned {}
  }

  /** The words of the search that are no number. */
  List<String> words() {
    return number().isPresent()
        ? List.of()
        : Arrays.stream(search.strip().split("[^\\p{L}\\p{Nd}]+", -1))
            .filter(word -> !word.isEmpty())
            .limit(6)
            .toList();
  }

  /** The number that is searched for. */
  Optional<Long> number() {
    String digits = search.replaceAll("[\\s\\u00a0\\u202f]", "");
    return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }
}
