package fr.gestmat.directory.boundary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads the columns that every list of pupils selects. */
final class PupilRows {

  /** Columns 1 to 9 of a query on pupil p, school s and school_class c. */
  static final String COLUMNS =
      "p.public_id, p.family_name, p.given_name, p.birth_date, s.uai, s.name, c.name,"
          + " c.public_id, p.status = 'LEFT'";

  private PupilRows() {}

  static PupilLine line(ResultSet row) throws SQLException {
    return new PupilLine(
        UUID.fromString(row.getString(1)),
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getObject(4, LocalDate.class)),
        row.getString(5),
        row.getString(6),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)).map(UUID::fromString),
        row.getBoolean(9));
  }
}
