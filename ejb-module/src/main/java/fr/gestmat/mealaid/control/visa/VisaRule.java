package fr.gestmat.mealaid.control.visa;

import fr.gestmat.access.Refusal;
import fr.gestmat.directory.entity.BoardingStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a school says holds together, and what differs from what others say. */
public final class VisaRule {

  /** Longest name of a class, in characters. */
  public static final int LONGEST_CLASS = 64;

  private static final int WEEK = 5;

  private static final Set<BoardingStatus> EATS =
      EnumSet.of(
          BoardingStatus.HALF_BOARDER,
          BoardingStatus.HALF_BOARDER_TICKET,
          BoardingStatus.HALF_BOARDER_ELSEWHERE);

  private VisaRule() {}

  /**
   * What a school says.
   *
   * @param enrolled whether it knows the child
   * @param boarding how the child eats there
   * @param meals meals a week
   * @param className the child's class; may be empty
   */
  public record Said(
      boolean enrolled,
      Optional<BoardingStatus> boarding,
      Optional<Integer> meals,
      String className) {

    /** Trims. */
    public Said {
      className = className.strip();
    }

    /** The child is not known there. */
    public static Said unknown() {
      return new Said(false, Optional.empty(), Optional.empty(), "");
    }
  }

  /** Why it can't be kept; empty if it can. */
  public static List<Refusal> refusals(Said said) {
    List<Refusal> found = new ArrayList<>();
    if (!said.enrolled()) {
      return found;
    }
    if (said.boarding().isEmpty()) {
      found.add(Refusal.of("boarding", "missing"));
    } else if (EATS.contains(said.boarding().get()) && said.meals().isEmpty()) {
      found.add(Refusal.of("meals", "mealsMissing"));
    }
    if (said.meals().filter(meals -> meals < 0 || meals > WEEK).isPresent()) {
      found.add(Refusal.of("meals", "mealsOutside", WEEK));
    }
    if (said.className().length() > LONGEST_CLASS) {
      found.add(Refusal.of("className", "tooLong", LONGEST_CLASS));
    }
    return found;
  }

  /** Meals of a week that a way of eating comes to where nobody counts them. */
  public static Optional<Integer> mealsOf(Said said) {
    return said.enrolled() && said.boarding().filter(EATS::contains).isEmpty()
        ? Optional.of(said.meals().orElse(0))
        : said.meals();
  }
}
