package fr.gestmat.mealaid.control.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.mealaid.control.review.LegalClock.Stay;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LegalClockTest {

  private static final LocalDate SUBMITTED = LocalDate.of(2023, 5, 15);
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 20);

  static Stream<Arguments> stays() {
    Stay first = stay(Kind.INCORRECT, "2023-05-20", "2023-05-25");
    Stay second = stay(Kind.OUTDATED, "2023-05-30", "2023-06-03");
    Stay incomplete = stay(Kind.INCOMPLETE, "2023-05-20", "2023-05-25");
    return Stream.of(
        Arguments.of("nothing was asked", List.of(), "2023-07-16"),
        Arguments.of("one correction", List.of(first), "2023-07-22"),
        Arguments.of("two corrections", List.of(first, second), "2023-07-27"),
        Arguments.of("something was missing: anew", List.of(incomplete), "2023-07-26"),
        Arguments.of("missing, then wrong", List.of(incomplete, second), "2023-07-31"),
        Arguments.of("in any order", List.of(second, incomplete), "2023-07-31"),
        Arguments.of(
            "wrong before it was complete does not count",
            List.of(stay(Kind.INCORRECT, "2023-05-16", "2023-05-18"), incomplete),
            "2023-07-26"),
        Arguments.of(
            "nor what ended on the day on which it began anew",
            List.of(stay(Kind.INCORRECT, "2023-05-24", "2023-05-26"), incomplete),
            "2023-07-26"),
        Arguments.of(
            "a pending one counts as if it ended today",
            List.of(new Stay(Kind.INCORRECT, LocalDate.of(2023, 6, 18), Optional.empty())),
            "2023-07-19"),
        Arguments.of(
            "a pending missing one too",
            List.of(new Stay(Kind.INCOMPLETE, LocalDate.of(2023, 6, 18), Optional.empty())),
            "2023-08-21"));
  }

  private static Stay stay(Kind kind, String asked, String resolved) {
    return new Stay(kind, LocalDate.parse(asked), Optional.of(LocalDate.parse(resolved)));
  }

  @ParameterizedTest(name = "M-C09 {0}: {2}")
  @MethodSource("stays")
  void silence_becomes_a_decision(String what, List<Stay> stays, LocalDate due) {
    assertThat(LegalClock.due(SUBMITTED, Period.ofMonths(2), stays, TODAY)).isEqualTo(due);
  }
}
