package fr.gestmat.mealaid.control.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as mails and papers say them. */
public final class FrenchDays {

  private FrenchDays() {}

  /** "vendredi 27 novembre 2026"; the first of a month is "1er". */
  public static String day(LocalDate day) {
    String pattern = day.getDayOfMonth() == 1 ? "EEEE '1er' MMMM uuuu" : "EEEE d MMMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, Locale.FRANCE).format(day);
  }

  /** "vendredi 27 novembre 2026 à 10 h 04". */
  public static String moment(Instant at, ZoneId zone) {
    return day(LocalDate.ofInstant(at, zone)) + " à " + time(at, zone);
  }

  /** "10 h 04". */
  public static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRANCE).format(at.atZone(zone));
  }
}
