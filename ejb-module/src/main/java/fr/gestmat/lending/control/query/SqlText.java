package fr.gestmat.lending.control.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement that grows piece by piece, each piece with the values of its own question marks. */
public final class SqlText {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** Adds a piece; every value goes through a question mark, never into the text. */
  public SqlText add(String piece, @Nullable Object... piecesValues) {
    text.append(' ').append(piece);
    Collections.addAll(values, piecesValues);
    return this;
  }

  /** Adds a piece with one question mark, for a value that may be missing: then it is null. */
  public SqlText orNull(String piece, Optional<?> value) {
    text.append(' ').append(piece);
    values.add(value.orElse(null));
    return this;
  }

  /** Adds {@code piece (?, ?, ...)} for values of which there is at least one. */
  public SqlText in(String piece, Collection<?> among) {
    text.append(' ')
        .append(piece)
        .append(" (")
        .append(String.join(", ", Collections.nCopies(among.size(), "?")))
        .append(')');
    values.addAll(among);
    return this;
  }

  /** Adds another statement's text and values. */
  public SqlText add(SqlText other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  /** The statement, ready to be run forward only. */
  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            text.toString(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, stored(values.get(i)));
    }
    return statement;
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (value instanceof UUID || value instanceof Enum<?>) {
      return value.toString();
    }
    return value;
  }

  @Override
  public String toString() {
    return text + " " + values;
  }
}
