package fr.gestmat.demo.territory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What every part of the territory is written with.
 *
 * @param connection an open transaction of the application's account
 * @param chance the same for all
 * @param now the moment that dates are counted back from
 */
record Sample(Connection connection, Chance chance, Instant now) {

  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** First day of the school year that today is in. */
  LocalDate schoolYear() {
    return schoolYear(today());
  }

  /** First day of the school year that a day is in. */
  static LocalDate schoolYear(LocalDate day) {
    LocalDate september = LocalDate.of(day.getYear(), 9, 1);
    return day.isBefore(september) ? september.minusYears(1) : september;
  }

  /** The number that a query gives. */
  long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  Ids ids(String sequence) {
    return new Ids(connection, sequence);
  }
}
