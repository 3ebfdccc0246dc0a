package fr.gestmat.mealaid.control.visa;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.visa.VisaRule.Said;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisaRuleTest {

  @ParameterizedTest(name = "{0}, {1} meals: {2}")
  @CsvSource({
    "HALF_BOARDER, 4, ''",
    "HALF_BOARDER, , mealsMissing",
    "HALF_BOARDER_TICKET, , mealsMissing",
    "HALF_BOARDER, 0, ''",
    "HALF_BOARDER, 5, ''",
    "HALF_BOARDER, 6, mealsOutside",
    "HALF_BOARDER, -1, mealsOutside",
    "DAY, , ''",
    "BOARDER, , ''",
    ", 4, missing"
  })
  void holds_together(BoardingStatus boarding, Integer meals, String code) {
    List<Refusal> found =
        VisaRule.refusals(
            new Said(true, Optional.ofNullable(boarding), Optional.ofNullable(meals), "4A"));
    assertThat(found)
        .extracting(Refusal::code)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest(name = "class of {0} characters: {1}")
  @CsvSource({"64, ''", "65, tooLong"})
  void a_class_has_a_name_of_some_length(int length, String code) {
    assertThat(
            VisaRule.refusals(
                new Said(
                    true, Optional.of(BoardingStatus.DAY), Optional.empty(), "A".repeat(length))))
        .extracting(Refusal::code)
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void a_child_that_the_school_does_not_know_needs_nothing_more() {
    assertThat(VisaRule.refusals(Said.unknown())).isEmpty();
    assertThat(VisaRule.mealsOf(Said.unknown())).isEmpty();
  }

  @Test
  void a_day_pupil_has_no_meals() {
    assertThat(
            VisaRule.mealsOf(new Said(true, Optional.of(BoardingStatus.DAY), Optional.empty(), "")))
        .contains(0);
  }
}
