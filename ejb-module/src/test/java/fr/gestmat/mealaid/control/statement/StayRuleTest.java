package fr.gestmat.mealaid.control.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days in schools that somebody types: one school at a time. */
class StayRuleTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "..                                   | -",
        "..2026-10-09 2026-10-10..            | -",
        "2026-10-10.. ..2026-10-09            | -",
        "..2026-10-09 2026-11-02..2026-11-30  | -",
        "2026-10-09..2026-10-09               | -",
        "..2026-10-10 2026-10-10..            | last1 stayOverlaps",
        "2026-10-10.. ..2026-10-12            | last2 stayOverlaps",
        ".. 2026-10-10..                      | last1 stayNoLast",
        "..2026-10-09 ..2026-10-10            | first2 stayNoFirst",
        "2026-10-09..2026-10-08               | last1 stayEndsBefore"
      })
  @DisplayName("M-E12: stays follow each other without a day in two schools")
  void stays(String typed, String expected) {
    List<Stay> stays = Arrays.stream(typed.strip().split(" ")).map(StayRuleTest::stay).toList();

    assertThat(StayRule.refusals(stays))
        .extracting(reason -> reason.field() + " " + reason.code())
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(", ")));
  }

  @ParameterizedTest
  @CsvSource({"0, school1 stayNone", "8, ", "9, school9 stayTooMany"})
  void how_many(int count, String expected) {
    List<Stay> stays =
        java.util.stream.IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Stay(
                        i,
                        Optional.of(LocalDate.of(2026, 9, 1).plusDays(i)),
                        Optional.of(LocalDate.of(2026, 9, 1).plusDays(i))))
            .toList();

    assertThat(StayRule.refusals(stays))
        .extracting(reason -> reason.field() + " " + reason.code())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static Stay stay(String typed) {
    String[] days = typed.split("\\.\\.", -1);
    return new Stay(1, day(days[0]), day(days[1]));
  }

  private static Optional<LocalDate> day(String typed) {
    return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
  }
}
