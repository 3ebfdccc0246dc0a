package fr.gestmat.bench.territory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A territory of full size in a migrated database. Loaded once, then put back between runs: what
 * was loaded has version 0 and the ids from 1 on, what the product wrote since has not.
 */
public final class LargeTerritory {

  private final Connection connection;
  private final TerritoryPlan plan;
  private final Consumer<String> says;

  /**
   * A territory in one database.
   *
   * @param connection of the account that owns the schema
   * @param says is told what is being done
   */
  public LargeTerritory(Connection connection, TerritoryPlan plan, Consumer<String> says) {
    this.connection = connection;
    this.plan = plan;
    this.says = says;
  }

  /** Empties the database and loads everything. */
  public void load() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set foreign_key_checks = 0, unique_checks = 0");
      for (String table : names("BASE TABLE")) {
        statement.execute("truncate table " + table);
      }
      List<String> sequences = names("SEQUENCE");
      for (TableLoad table : new TerritoryRows(plan).all()) {
        says.accept(String.format("  %,d %s", table.rows(), table.table()));
        table.into(connection);
        String sequence = table.table() + "_seq";
        if (sequences.contains(sequence)) {
          statement.execute("select setval(" + sequence + ", " + table.rows() + ")");
        }
        statement.execute("analyze table " + table.table());
      }
      statement.execute("set foreign_key_checks = 1, unique_checks = 1");
    }
    says.accept("  references are being checked");
    checkReferences();
  }

  /** Takes back what runs wrote: loans, answers, journal lines, and the state of the devices. */
  public void restore() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("truncate table scan");
      statement.execute("truncate table journal_entry");
      statement.execute(
          "update device set state = 'IN_STOCK', open_loan_id = null, version = 0,"
              + " condition_grade = 'GOOD', last_seen_at = null, last_seen_school_id = null,"
              + " last_seen_by = null, last_returned_at = null, last_returned_school_id = null,"
              + " last_returned_by = null where version > 0");
      statement.execute("delete from loan where id > " + plan.size().loans());
    }
  }

  private List<String> names(String type) throws SQLException {
    return strings(
        "select table_name from information_schema.tables where table_schema = database()"
            + " and table_name <> 'flyway_schema_history' and table_type = '"
            + type
            + "'");
  }

  /** Rows were loaded without a look at what they refer to: every reference is checked now. */
  private void checkReferences() throws SQLException {
    List<String> checks =
        strings(
            "select concat('select ''', table_name, '.', column_name, ''' from ', table_name,"
                + " ' t left join ', referenced_table_name, ' r on r.', referenced_column_name,"
                + " ' = t.', column_name, ' where t.', column_name, ' is not null and r.',"
                + " referenced_column_name, ' is null limit 1')"
                + " from information_schema.key_column_usage"
                + " where table_schema = database() and referenced_table_name is not null");
    for (String check : checks) {
      for (String broken : strings(check)) {
        throw new SQLException(broken + " refers to what does not exist");
      }
    }
  }

  private List<String> strings(String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
