package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T13:05:00Z");

  private final Formats paris = new Formats(Locale.FRANCE, ZoneId.of("Europe/Paris"));
  private final Formats reunion = new Formats(Locale.FRANCE, ZoneId.of("Indian/Reunion"));
  private final Formats english = new Formats(Locale.UK, ZoneId.of("Europe/Paris"));

  @Test
  void says_moments_in_the_zone_of_the_authority() {
    assertThat(paris.moment(NOON)).isEqualTo("lundi 23 novembre 2026 à 14\u00a0h\u00a005");
    assertThat(reunion.moment(NOON)).isEqualTo("lundi 23 novembre 2026 à 17\u00a0h\u00a005");
    assertThat(english.moment(NOON)).isEqualTo("Monday 23 November 2026 at 14:05");
    assertThat(paris.shortMoment(NOON)).isEqualTo("23/11/2026 14\u00a0h\u00a005");
  }

  @Test
  void says_the_first_of_a_month_as_people_do() {
    assertThat(paris.day(LocalDate.of(2026, 9, 1))).isEqualTo("mardi 1er septembre 2026");
    assertThat(english.day(LocalDate.of(2026, 9, 1))).isEqualTo("Tuesday 1 September 2026");
  }

  @Test
  void says_months() {
    assertThat(paris.month(YearMonth.of(2026, 9))).isEqualTo("septembre 2026");
    assertThat(english.month(YearMonth.of(2026, 9))).isEqualTo("September 2026");
  }

  @Test
  void says_numbers_and_amounts() {
    assertThat(paris.amount(new BigDecimal("38.5"))).isEqualTo("38,50\u00a0€");
    assertThat(english.amount(new BigDecimal("38.5"))).isEqualTo("€38.50");
    assertThat(paris.number(58_214)).isEqualTo("58\u202f214");
  }
}
