package fr.gestmat.lending.control.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of pupils by level, and the limits that differ by them. */
class CohortsAndLimitsTest {

  private static final Limits LIMITS =
      new Limits(
          1,
          List.of(
              new Limits.Differing("TABLET", "", 0),
              new Limits.Differing("LAPTOP", "247", 2),
              new Limits.Differing("LAPTOP", "2474", 3)));

  @ParameterizedTest(name = "L057 {0} for level {1}: {2}")
  @CsvSource({
    "LAPTOP, 20211010110, 1",
    "LAPTOP, 24720008331, 2",
    "LAPTOP, 24740008333, 3",
    "LAPTOP, , 1",
    "TABLET, 24720008331, 0",
    "TABLET, , 0",
    "HOTSPOT, 24720008331, 1"
  })
  void l057_limit_by_category_and_group(String category, String mef, int limit) {
    assertThat(LIMITS.of(category, Optional.ofNullable(mef))).isEqualTo(limit);
  }

  @ParameterizedTest(name = "level {1} in [{0}]: {2}")
  @CsvSource({
    "'', 20211010110, true",
    "'', , true",
    "'200, 201', 20010015110, true",
    "'200, 201', 20211010110, false",
    "'200, 201', , false",
    "'20211010110', 20211010110, true"
  })
  void cohort(String prefixes, String mef, boolean inside) {
    assertThat(Cohort.parse(prefixes).includes(Optional.ofNullable(mef))).isEqualTo(inside);
  }

  @ParameterizedTest(name = "[{0}] and [{1}] apart: {2}")
  @CsvSource({
    "200, 202, true",
    "200, 20, false",
    "20, 200, false",
    "'', 202, false",
    "'200,201', '201', false"
  })
  void cohorts_apart(String one, String other, boolean apart) {
    assertThat(Cohort.parse(one).isApartFrom(Cohort.parse(other))).isEqualTo(apart);
  }

  @Test
  void cohort_is_read_from_what_people_type() {
    assertThat(Cohort.parse(" 200, 201;\n202  200 ").text()).isEqualTo("200,201,202");
  }

  @ParameterizedTest(name = "{0} is in {1}")
  @CsvSource({"2026-07-31, 2025-2026", "2026-08-01, 2026-2027", "2027-01-15, 2026-2027"})
  void school_year(String day, String year) {
    assertThat(SchoolYear.of(LocalDate.parse(day))).hasToString(year);
  }
}
