package fr.gestmat.lending.control.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row at hand of a query, by the names of its columns; instants are stored in UTC. */
public final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** A text that is always there. */
  public String text(String column) throws SQLException {
    return rows.getString(column);
  }

  /** A text that may be missing. */
  public @Nullable String textOrNull(String column) throws SQLException {
    return rows.getString(column);
  }

  /** A text that may be missing. */
  public Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(rows.getString(column));
  }

  /** A number that is always there. */
  public long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  /** A number that may be missing. */
  public Optional<Long> maybeNumber(String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** A yes or no. */
  public boolean yes(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  /** An id that is always there. */
  public UUID id(String column) throws SQLException {
    return UUID.fromString(rows.getString(column));
  }

  /** An id that may be missing. */
  public Optional<UUID> maybeId(String column) throws SQLException {
    return maybeText(column).map(UUID::fromString);
  }

  /** An amount that is always there. */
  public BigDecimal amount(String column) throws SQLException {
    return rows.getBigDecimal(column);
  }

  /** An amount that may be missing. */
  public @Nullable BigDecimal amountOrNull(String column) throws SQLException {
    return rows.getBigDecimal(column);
  }

  /** A day that may be missing. */
  public @Nullable LocalDate dayOrNull(String column) throws SQLException {
    return rows.getObject(column, LocalDate.class);
  }

  /** A day that may be missing. */
  public Optional<LocalDate> maybeDay(String column) throws SQLException {
    return Optional.ofNullable(dayOrNull(column));
  }

  /** An instant that may be missing. */
  public @Nullable Instant instantOrNull(String column) throws SQLException {
    LocalDateTime stored = rows.getObject(column, LocalDateTime.class);
    return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
  }

  /** An instant that may be missing. */
  public Optional<Instant> maybeInstant(String column) throws SQLException {
    return Optional.ofNullable(instantOrNull(column));
  }

  /** An instant that is always there. */
  public Instant instant(String column) throws SQLException {
    return maybeInstant(column).orElseThrow(() -> new SQLException(column + " is null"));
  }
}
