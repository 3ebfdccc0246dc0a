package fr.gestmat.lending.control.kit;

import fr.gestmat.lending.control.query.SqlText;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;

/**
 * What the price table asks for a missing piece: the price of the school year in which it was
 * noticed, which begins on 1 August on the authority's clock.
 */
public final class TablePrice {

  private TablePrice() {}

  /**
   * Adds what a row {@code p} of the price table has to be for a line {@code g}.
   *
   * @param model column of the device's model
   */
  public static SqlText where(SqlText sql, String model, ZoneId zone) {
    // Moments are stored in UTC. The one that matters is the start of a school year, so that the
    // offset of that day is the right one for all others, too.
    int seconds =
        zone.getRules()
            .getOffset(Year.of(2026).atMonth(Month.AUGUST).atDay(1).atStartOfDay())
            .getTotalSeconds();
    return sql.add("p.model_id = " + model + " and p.accessory = g.name and p.school_year =")
        .add("year(g.noted_at + interval ? second)", seconds)
        .add("- (month(g.noted_at + interval ? second) < 8)", seconds);
  }
}
