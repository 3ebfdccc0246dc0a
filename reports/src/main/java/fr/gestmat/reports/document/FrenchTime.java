package fr.gestmat.reports.document;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as French writes them: lundi 23 novembre 2026, 14 h 05, 1er décembre. */
final class FrenchTime {
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.FRANCE);
  private static final DateTimeFormatter MONTH_YEAR =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRANCE);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("H'\u00A0h\u00A0'mm", Locale.FRANCE);

  private FrenchTime() {}

  static String day(ZonedDateTime moment) {
    int day = moment.getDayOfMonth();
    return WEEKDAY.format(moment)
        + (day == 1 ? " 1er\u00A0" : " " + day + "\u00A0")
        + MONTH_YEAR.format(moment);
  }

  static String minute(ZonedDateTime moment) {
    return MINUTE.format(moment);
  }
}
