package fr.gestmat.bench.load;

import fr.gestmat.bench.territory.LentPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk without the product: the statements of a scan and nothing else, each prepared once, a
 * transaction for each scan, with the texts that the product kept of such a scan.
 */
public final class BareDesk extends Desk {

  private final Connection connection;
  private final long school;
  private final Texts ofCheckOut;
  private final Texts ofCheckIn;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Numbers loans = new Numbers("loan_seq");
  private final Numbers lines = new Numbers("journal_entry_seq");

  /** What the product kept of a scan: large texts cost more than small ones. */
  private record Texts(String answer, String undo, String journal) {}

  /** Numbers of a sequence, a block at a time as JPA takes them. */
  private final class Numbers {

    private final String sequence;
    private long next;
    private int left;

    Numbers(String sequence) {
      this.sequence = sequence;
    }

    long take() throws SQLException {
      if (left == 0) {
        next = Long.parseLong(String.valueOf(row("select next value for " + sequence).get(0)));
        left = ScanSql.NUMBERS;
      }
      left--;
      return next++;
    }
  }

  /**
   * A desk with a connection of its own.
   *
   * @param connection of the application's account; closed with the desk
   * @param school number of the school, from 0, in which the product lent and took back before
   */
  public BareDesk(Connection connection, int school, List<LentPair> pairs) throws SQLException {
    super(pairs);
    this.connection = connection;
    this.school = school + 1L;
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    this.ofCheckOut = texts(ScanKind.CHECK_OUT);
    this.ofCheckIn = texts(ScanKind.CHECK_IN);
  }

  @Override
  protected void checkOut(LentPair pair) throws SQLException {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    String tag = pair.assetTag();
    row(ScanSql.DEVICE_BY_CODE, 1, tag, 1, tag, tag, 1, tag);
    row(ScanSql.LOCK_PUPIL, 1, pair.pupilPublicId());
    int version = version(pair);
    row(ScanSql.HOLDING_LOAN, pair.deviceId());
    Object pupil = pair.pupilId();
    row(ScanSql.STANDING, pupil, "LAPTOP", pupil, "LAPTOP", pupil, "LAPTOP");
    long loan = loans.take();
    change(
        ScanSql.BEGIN_LOAN,
        loan,
        1,
        "LAPTOP",
        now,
        agent(),
        null,
        null,
        pair.deviceId(),
        "2027-06-30",
        UUID.randomUUID(),
        pair.pupilId(),
        null,
        null,
        null,
        null,
        null,
        null,
        school,
        "OPEN",
        null,
        1,
        null);
    journal("LENT", ofCheckOut, pair, now);
    change(ScanSql.LEND_DEVICE, "ON_LOAN", loan, now, version + 1, pair.deviceId(), version);
    keep(ScanKind.CHECK_OUT, ofCheckOut, pair, loan, now);
    connection.commit();
  }

  @Override
  protected void checkIn(LentPair pair) throws SQLException {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    String tag = pair.assetTag();
    row(ScanSql.DEVICE_BY_CODE, 1, tag, 1, tag, tag, 1, tag);
    int version = version(pair);
    long loan = Long.parseLong(String.valueOf(row(ScanSql.HOLDING_LOAN, pair.deviceId()).get(0)));
    journal("RETURNED", ofCheckIn, pair, now);
    change(
        ScanSql.TAKE_DEVICE_BACK,
        "IN_STOCK",
        null,
        now,
        now,
        version + 1,
        pair.deviceId(),
        version);
    change(ScanSql.CLOSE_LOAN, "CLOSED", "RETURNED", now, now, school, agent(), 2, loan, 1);
    keep(ScanKind.CHECK_IN, ofCheckIn, pair, loan, now);
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private String agent() {
    return "Agent " + school;
  }

  private int version(LentPair pair) throws SQLException {
    return Integer.parseInt(String.valueOf(row(ScanSql.LOCK_DEVICE, pair.deviceId()).get(18)));
  }

  private void journal(String action, Texts texts, LentPair pair, LocalDateTime now)
      throws SQLException {
    change(
        ScanSql.JOURNAL,
        lines.take(),
        action,
        school,
        agent(),
        1,
        texts.journal(),
        now,
        pair.pupilId(),
        UUID.randomUUID(),
        school,
        pair.deviceId(),
        "DEVICE");
  }

  private void keep(ScanKind kind, Texts texts, LentPair pair, long loan, LocalDateTime now)
      throws SQLException {
    change(
        ScanSql.SCAN,
        UUID.randomUUID(),
        1,
        school,
        school,
        kind.name(),
        new byte[32],
        "OK",
        texts.answer(),
        pair.deviceId(),
        loan,
        pair.pupilId(),
        texts.undo(),
        now);
  }

  private Texts texts(ScanKind kind) throws SQLException {
    List<@Nullable Object> kept =
        row(
            "select answer, undo_state from scan where mode = ? and outcome = 'OK' limit 1",
            kind.name());
    List<@Nullable Object> line =
        row("select detail from journal_entry where action = ? limit 1", kind.reason());
    if (kept.isEmpty() || line.isEmpty()) {
      throw new IllegalStateException("the product must have scanned before");
    }
    return new Texts(
        String.valueOf(kept.get(0)), String.valueOf(kept.get(1)), String.valueOf(line.get(0)));
  }

  /** First row of a query, every column of it read; empty without one. */
  private List<@Nullable Object> row(String sql, Object... parameters) throws SQLException {
    try (ResultSet rows = statement(sql, parameters).executeQuery()) {
      List<@Nullable Object> row = new ArrayList<>();
      if (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(rows.getString(column));
        }
      }
      return row;
    }
  }

  private void change(String sql, @Nullable Object... parameters) throws SQLException {
    if (statement(sql, parameters).executeUpdate() != 1) {
      throw new SQLException("nothing was changed by " + sql);
    }
  }

  private PreparedStatement statement(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
