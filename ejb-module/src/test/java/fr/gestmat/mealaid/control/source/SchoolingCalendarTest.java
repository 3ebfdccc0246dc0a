package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Scholarship;
import fr.gestmat.mealaid.control.source.SourceAnswer.TooEarly;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolingCalendarTest {

  private static Scholarship scholarship(ScholarshipStatus status) {
    return new Scholarship(
        status, Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-20, NOT_GRANTED, UNKNOWN",
    "2026-09-15, NOT_GRANTED, UNKNOWN",
    "2026-10-14, NOT_GRANTED, UNKNOWN",
    "2026-10-15, NOT_GRANTED, NOT_GRANTED",
    "2027-03-01, NOT_GRANTED, NOT_GRANTED",
    "2026-09-01, GRANTED, GRANTED",
    "2026-09-01, UNKNOWN, UNKNOWN",
  })
  @DisplayName("M-N01: 'no scholarship' before mid-October means unknown, 'yes' holds at any time")
  void scholarships(LocalDate day, ScholarshipStatus said, ScholarshipStatus counts) {
    SourceAnswer answer = SchoolingCalendar.judge(scholarship(said), 2026, false, day);
    if (said == counts) {
      assertThat(answer).isEqualTo(scholarship(said));
    } else {
      assertThat(answer).isEqualTo(new TooEarly(LocalDate.of(2026, 10, 15), scholarship(counts)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-10, true, true",
    "2026-10-31, true, true",
    "2026-11-01, true, false",
    "2026-09-10, false, false",
  })
  @DisplayName("M-N02: a pupil of a private school that is not found before November may come yet")
  void private_schools(LocalDate day, boolean privateSchool, boolean early) {
    NotFound none = new NotFound("30003");
    assertThat(SchoolingCalendar.judge(none, 2026, privateSchool, day))
        .isEqualTo(early ? new TooEarly(LocalDate.of(2026, 11, 1), none) : none);
  }
}
