package fr.gestmat.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T14:05, lundi 23~novembre 2026, 14~h~05",
    "2026-12-01T09:00, mardi 1er~décembre 2026, 9~h~00"
  })
  void daysAndTimesAreFrench(String local, String day, String minute) {
    ZonedDateTime moment = ZonedDateTime.of(java.time.LocalDateTime.parse(local), ZoneId.of("UTC"));
    assertThat(FrenchTime.day(moment)).isEqualTo(day.replace('~', '\u00A0'));
    assertThat(FrenchTime.minute(moment)).isEqualTo(minute.replace('~', '\u00A0'));
  }
}
