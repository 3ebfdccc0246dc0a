package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotientMonthTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "2026|5|",
        "2026|05|",
        "2025|12|",
        "2024|5|",
        "2024|4|TOO_OLD",
        "1999|1|TOO_OLD",
        "2026|6|FUTURE",
        "2027|1|FUTURE",
        "2026|13|MONTH",
        "2026|0|MONTH",
        "2026|mai|MONTH",
        "deux|5|YEAR",
        "26|5|YEAR",
        "20260|5|YEAR",
      },
      delimiter = '|')
  @DisplayName(
      "M-N13, M-N06: a month from 24 months ago to this one, a later month of a past year too")
  void months(String year, String month, QuotientMonth.Wrong wrong) {
    assertThat(QuotientMonth.check(year, month, YearMonth.of(2026, 5)))
        .isEqualTo(Optional.ofNullable(wrong));
  }
}
