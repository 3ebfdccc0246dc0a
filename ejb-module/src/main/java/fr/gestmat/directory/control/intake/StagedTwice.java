package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedRecord;
import fr.gestmat.directory.control.feed.ProblemKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the records of a batch whose key came before in the same set. A filter of fixed size says
 * of nearly every key that it is new; the database is asked about the others only.
 */
final class StagedTwice {

  private static final int BITS = 1 << 26;

  private final Connection connection;
  private final String table;
  private final long importId;
  private final BitSet met = new BitSet(BITS);

  StagedTwice(Connection connection, String table, long importId) {
    this.connection = connection;
    this.table = table;
    this.importId = importId;
  }

  /** The batch without the repeats, which are told. */
  <T extends FeedRecord> List<T> withoutRepeats(
      List<T> batch, ProblemRows problems, Function<T, String> name) throws SQLException {
    List<T> perhaps = batch.stream().filter(record -> met.get(bit(record.key()))).toList();
    Set<String> seen = before(perhaps);
    List<T> fresh = new ArrayList<>(batch.size());
    for (T record : batch) {
      if (seen.add(record.key())) {
        met.set(bit(record.key()));
        fresh.add(record);
      } else {
        problems.add(
            ProblemKind.KEY_TWICE,
            record.place(),
            record.key() + " " + name.apply(record),
            "",
            null);
      }
    }
    return fresh;
  }

  private static int bit(String key) {
    long mixed = key.hashCode() * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 38);
  }

  private Set<String> before(List<? extends FeedRecord> batch) throws SQLException {
    Set<String> seen = new HashSet<>();
    if (batch.isEmpty()) {
      return seen;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select external_id from "
                + table
                + " where import_id = ? and external_id in ("
                + "?,".repeat(batch.size() - 1)
                + "?)")) {
      statement.setLong(1, importId);
      for (int i = 0; i < batch.size(); i++) {
        statement.setString(2 + i, batch.get(i).key());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          seen.add(rows.getString(1));
        }
      }
    }
    return seen;
  }
}
