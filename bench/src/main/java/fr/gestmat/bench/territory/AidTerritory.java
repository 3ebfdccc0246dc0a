package fr.gestmat.bench.territory;

import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A campaign of full size in a territory that is there already. */
public final class AidTerritory {

  private static final int CLOSES_IN = 30;

  private final Connection connection;
  private final AidPlan plan;
  private final Consumer<String> says;

  /**
   * A campaign in one database.
   *
   * @param connection of the account that owns the schema
   * @param says is told what is being done
   */
  public AidTerritory(Connection connection, AidPlan plan, Consumer<String> says) {
    this.connection = connection;
    this.plan = plan;
    this.says = says;
  }

  /** Takes away what there is of meal aid and of families, and loads the campaign. */
  public void load() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set foreign_key_checks = 0, unique_checks = 0");
      clear(statement);
      campaign(statement);
      Stream<TableLoad> tables =
          Stream.concat(new AidRows(plan).all().stream(), new AidReviewRows(plan).all().stream());
      for (TableLoad table : tables.filter(one -> one.rows() > 0).toList()) {
        says.accept(String.format("  %,d %s", table.rows(), table.table()));
        table.into(connection);
        statement.execute("analyze table " + table.table());
      }
      count(statement);
      statement.execute("set foreign_key_checks = 1, unique_checks = 1");
    }
  }

  private void clear(Statement statement) throws SQLException {
    List<String> tables =
        strings(
            "select table_name from information_schema.tables where table_schema = database()"
                + " and table_type = 'BASE TABLE' and (table_name like 'aid!_%' escape '!'"
                + " or table_name in ('guardian', 'guardianship', 'mail', 'mail_notice', 'notice',"
                + " 'stored_file', 'web_session', 'journal_entry'))");
    for (String table : tables) {
      statement.execute("truncate table " + table);
    }
    int schools = plan.territory().size().schools();
    statement.execute("delete from role_grant where id > " + (schools + 2));
    statement.execute("delete from account where id > " + (schools + 1));
  }

  private void campaign(Statement statement) throws SQLException {
    LocalDate today = plan.now().toLocalDate();
    int year = today.getYear();
    statement.execute(
        String.format(
            "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
                + " full_effect_until, closes_on, income_year, published_at, published_by)"
                + " values (1, '%s', 1, 'Aide à la restauration', %d, '%s', '%s', '%s', %d,"
                + " utc_timestamp(6), 'Bench')",
            Mixed.uuid(Mixed.CAMPAIGN, 0),
            year,
            today.minusDays(AidPlan.OPEN_FOR),
            today.plusDays(CLOSES_IN),
            today.plusDays(CLOSES_IN),
            year - 1));
    statement.execute(
        String.format(
            "insert into aid_term values (1, 1, '%1$d-09-01', '%1$d-12-18', 56),"
                + " (1, 2, '%2$d-01-04', '%2$d-03-26', 40), (1, 3, '%2$d-03-29', '%2$d-07-03', 44)",
            year, year + 1));
    statement.execute(
        "insert into aid_document_demand values (1, 'TAX', 'TAX_NOTICE', true),"
            + " (1, 'QUOTIENT', 'QUOTIENT_CERTIFICATE', true)");
    try (PreparedStatement rule =
        connection.prepareStatement(
            "insert into aid_rule (campaign_id, code, active, overridable, parameters)"
                + " values (1, ?, true, ?, ?)")) {
      for (CampaignRule one : CampaignRule.usual("75")) {
        rule.setString(1, one.rule().code().name());
        rule.setBoolean(2, one.overridable());
        rule.setString(3, one.parameters());
        rule.executeUpdate();
      }
    }
  }

  /** Sequences go on after what was loaded. */
  private void count(Statement statement) throws SQLException {
    List<String> sequences =
        strings(
            "select table_name from information_schema.tables where table_schema = database()"
                + " and table_type = 'SEQUENCE'");
    for (String sequence : sequences) {
      String table = sequence.replaceAll("_seq$", "");
      if (table.startsWith("aid_") || table.equals("account") || table.equals("guardian")) {
        String last =
            table.equals("aid_application_number")
                ? "select coalesce(max(number), 1) from aid_application"
                : "select coalesce(max(id), 1) from " + table;
        statement.execute("select setval(" + sequence + ", " + strings(last).get(0) + ")");
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
