package fr.gestmat.mealaid.control.eligibility;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.entity.Figures;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a family's answers say of a child. Answers need not have been checked: what can't be read is
 * unknown.
 */
public final class ToldFacts {

  /** Days of a week on which a boarder eats at school. */
  private static final int EVERY_DAY = 5;

  private static final Set<BoardingStatus> BOARDERS =
      EnumSet.of(
          BoardingStatus.BOARDER, BoardingStatus.BOARDER_HOUSED, BoardingStatus.BOARDER_IN_TOWN);

  private ToldFacts() {}

  /** By the answers alone, while the family types. */
  public static Facts of(Answers answers) {
    return told(
        answers,
        answers.to("boarding").orElse(null),
        answers.to("mealsAWeek").filter(text -> text.matches("[0-5]")).map(Integer::valueOf),
        answers.to("postalCode").map(code -> code.replace(" ", "")));
  }

  /**
   * By what was sent, and by the figures that rules read: since a visa these say how the school
   * says that the child eats, whatever the family answered.
   */
  public static Facts of(Answers sent, Figures figures) {
    return told(
        sent,
        figures.boardingStatus(),
        Optional.ofNullable(figures.mealsAWeek()),
        Optional.ofNullable(figures.residencePostalCode()));
  }

  private static Facts told(
      Answers answers,
      @Nullable String boarding,
      Optional<Integer> meals,
      Optional<String> postalCode) {
    Optional<BoardingStatus> status =
        Arrays.stream(BoardingStatus.values())
            .filter(one -> one.name().equals(boarding))
            .findFirst();
    boolean boarder = status.filter(BOARDERS::contains).isPresent();
    return Facts.unknown()
        .eating(status, boarder ? Optional.of(EVERY_DAY) : meals, answers.is("health", "YES"))
        .living(postalCode.filter(code -> code.matches("[0-9AB]{5}")), custody(answers));
  }

  /** Each way of having the child that the form offers is an effective custody. */
  private static Optional<Boolean> custody(Answers answers) {
    return answers.to("custody").isPresent() || answers.is("living", "OTHER_PARENT")
        ? Optional.of(true)
        : Optional.empty();
  }
}
