package fr.gestmat.web.view;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/**
 * Dates, times, numbers and amounts as the reader writes them.
 *
 * @param locale French, or English
 * @param zone the authority's time zone, in which every date and time is said
 */
public record Formats(Locale locale, ZoneId zone) {

  private static final Currency EURO = Currency.getInstance("EUR");

  /** "lundi 23 novembre 2026 à 14 h 05". */
  public String moment(Instant instant) {
    ZonedDateTime there = instant.atZone(zone);
    return day(there.toLocalDate()) + (french() ? " à " : " at ") + time(instant);
  }

  /** "lundi 23 novembre 2026"; the first of a month is "1er". */
  public String day(LocalDate date) {
    String pattern =
        french() && date.getDayOfMonth() == 1 ? "EEEE '1er' MMMM uuuu" : "EEEE d MMMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }

  /** "septembre 2026". */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
  }

  /** "lundi 23 novembre 2026": the day on which something happened. */
  public String day(Instant instant) {
    return day(instant.atZone(zone).toLocalDate());
  }

  /** "2026-11-23": the day as date fields of forms take it. */
  public String isoDay(Instant instant) {
    return instant.atZone(zone).toLocalDate().toString();
  }

  /** "23/11/2026", for columns. */
  public String shortDay(LocalDate date) {
    return DateTimeFormatter.ofPattern("dd/MM/uuuu", locale).format(date);
  }

  /** "23/11/2026 14 h 05", for columns. */
  public String shortMoment(Instant instant) {
    return shortDay(instant.atZone(zone).toLocalDate()) + " " + time(instant);
  }

  /** "14 h 05". */
  public String time(Instant instant) {
    String pattern = french() ? "H'\u00a0h\u00a0'mm" : "HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
  }

  /** "38,50 €". */
  public String amount(BigDecimal euros) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(EURO);
    return format.format(euros);
  }

  /** "58 214". */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private boolean french() {
    return locale.getLanguage().equals("fr");
  }
}
