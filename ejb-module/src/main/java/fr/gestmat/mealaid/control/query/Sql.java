package fr.gestmat.mealaid.control.query;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement made of pieces, each with the values of its own question marks. */
public final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  private Sql() {}

  /** Begins a statement; every value goes through a question mark, never into the text. */
  public static Sql of(String piece, @Nullable Object... itsValues) {
    return new Sql().add(piece, itsValues);
  }

  /** Adds a piece. */
  public Sql add(String piece, @Nullable Object... itsValues) {
    text.append(' ').append(piece);
    Collections.addAll(values, itsValues);
    return this;
  }

  /** Adds another one, which stays as it is. */
  public Sql add(Sql other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  /** Adds {@code piece (?, ?, ...)}; of no values, a piece that nothing fits. */
  public Sql in(String piece, Collection<?> among) {
    if (among.isEmpty()) {
      return add(piece + " (null)");
    }
    text.append(' ')
        .append(piece)
        .append(" (")
        .append(String.join(", ", Collections.nCopies(among.size(), "?")))
        .append(')');
    values.addAll(among);
    return this;
  }

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
    return value instanceof UUID || value instanceof Enum<?> ? value.toString() : value;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
