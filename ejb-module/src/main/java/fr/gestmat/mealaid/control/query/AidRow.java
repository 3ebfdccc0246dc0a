package fr.gestmat.mealaid.control.query;

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

/** The row at hand, by the names of its columns; instants are stored in UTC. */
public final class AidRow {

  private final ResultSet rows;

  AidRow(ResultSet rows) {
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

  /** A constant that is always there. */
  public <E extends Enum<E>> E one(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, rows.getString(column));
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

  /** A small number that may be missing. */
  public @Nullable Integer smallOrNull(String column) throws SQLException {
    int value = rows.getInt(column);
    return rows.wasNull() ? null : value;
  }

  /** A yes or no. */
  public boolean yes(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  /** A yes or no that may be missing. */
  public Optional<Boolean> maybeYes(String column) throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** A public id that is always there. */
  public UUID id(String column) throws SQLException {
    return UUID.fromString(rows.getString(column));
  }

  /** A public id that may be missing. */
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
  public Optional<LocalDate> maybeDay(String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, LocalDate.class));
  }

  /** A day that is always there. */
  public LocalDate day(String column) throws SQLException {
    return rows.getObject(column, LocalDate.class);
  }

  /** A moment that may be missing. */
  public Optional<Instant> maybeInstant(String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, LocalDateTime.class))
        .map(stored -> stored.toInstant(ZoneOffset.UTC));
  }

  /** A moment that is always there. */
  public Instant instant(String column) throws SQLException {
    return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  /** Bytes that may be missing; at most what a letterhead's picture takes. */
  public byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return rows.getBytes(column);
  }
}
