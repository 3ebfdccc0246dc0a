package fr.gestmat.directory.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows of {@link PersonalData} as JSON: each column under the name that its statement gives it. */
@ApplicationScoped
public class PersonalRows {

  private static final String IDS = "{ids}";

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /**
   * All rows of a statement.
   *
   * @param sql holds {@code {ids}} once or more, where the ids go
   * @param ids of whom; of nobody there is nothing
   */
  public JsonArray of(String sql, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return JsonArray.EMPTY_JSON_ARRAY;
    }
    String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    int places = sql.split("\\{ids}", -1).length - 1;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.replace(IDS, marks))) {
      int at = 1;
      for (int place = 0; place < places; place++) {
        for (long id : ids) {
          statement.setLong(at++, id);
        }
      }
      try (ResultSet rows = statement.executeQuery()) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        while (rows.next()) {
          all.add(row(rows));
        }
        return all.build();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not read: " + sql, e);
    }
  }

  private static JsonObjectBuilder row(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    JsonObjectBuilder row = Json.createObjectBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      put(row, columns.getColumnLabel(i), rows.getObject(i));
    }
    return row;
  }

  private static void put(JsonObjectBuilder row, String name, @Nullable Object value) {
    if (value == null) {
      row.addNull(name);
    } else if (value instanceof Boolean yes) {
      row.add(name, yes);
    } else if (value instanceof BigDecimal amount) {
      row.add(name, amount);
    } else if (value instanceof Number number) {
      row.add(name, number.longValue());
    } else {
      row.add(name, value.toString());
    }
  }
}
