package fr.gestmat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database of an earlier version, with what people left in it, becomes the present one. */
class UpgradeTest {

  private static Database database;

  /** What people left is written without what it hangs on: the migrations look at nothing else. */
  @BeforeAll
  static void upgrade() throws SQLException {
    Workplace workplace = new Workplace(Path.of("..").toAbsolutePath().normalize(), "upgrade-test");
    workplace.forget();
    database = Database.open(workplace.create(), Ports.any());
    Flyway.configure()
        .dataSource(database.url(), database.migration().user(), database.migration().password())
        .locations("classpath:db/migration")
        .target("0348")
        .load()
        .migrate();
    run(
        "set foreign_key_checks = 0",
        file(1, "EXPORT", "demandes.xlsx", true),
        file(2, "EXPORT", "reparations-2026.xlsx", false),
        file(3, "EXPORT", "certificat-12.pdf", false),
        file(4, "EXPORT", "materiels.xlsx", false),
        file(5, "LABELS", "Classes.pdf", false),
        file(6, "LABELS", "etiquettes.pdf", false),
        incident(1, "PV 1", true, "Maud Essai"),
        incident(2, "PV 2", false, "Luc Agent"),
        incident(3, null, true, "Maud Essai"),
        incident(4, "PV 4", true, "Maud Essai"),
        incident(5, "PV 5", true, "Maud Essai"),
        "insert into role_grant (id, public_id, account_id, role, granted_at, granted_by) values"
            + " (1, uuid(), 20, 'LOAN_MANAGER', '2026-01-01', 'Essai')",
        written(4, "2026-02-03 10:00:00", 20, "Luc Agent", "PV 4"),
        written(5, "2026-02-04 10:00:00", 30, "Paul Essai", "PV 5"),
        "insert into aid_established (id, application_id, figure, value, month, note,"
            + " established_at, established_account, established_by) values (1, 1,"
            + " 'FAMILY_QUOTIENT', 512.50, '2026-09-01', 'Attestation', '2026-09-10', 20, 'Ada')",
        application(1),
        application(2),
        application(3),
        visa(1, 1, "null"),
        visa(2, 2, "'2026-09-20'"));
    database.migrate();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void files_are_for_those_whose_page_offered_them() throws SQLException {
    assertThat(column("select concat_ws(' ', file_name, purpose) from stored_file order by id"))
        .containsExactly(
            "demandes.xlsx AID_EXPORT",
            "reparations-2026.xlsx REPAIRS",
            "certificat-12.pdf CERTIFICATE",
            "materiels.xlsx EXPORT",
            "Classes.pdf CLASS_SHEETS",
            "etiquettes.pdf LABELS");
  }

  @Test
  void a_police_report_is_of_who_wrote_it_down() throws SQLException {
    assertThat(
            column(
                "select concat_ws(' ', id, date(police_report_at), police_report_by,"
                    + " police_report_by_family) from incident order by id"))
        .containsExactly(
            "1 2026-02-01 Maud Essai 1",
            "2 2026-02-01 Luc Agent 0",
            "3 0",
            "4 2026-02-03 Luc Agent 0",
            "5 2026-02-04 Paul Essai 1");
  }

  @Test
  void a_figure_that_was_established_is_of_the_applicants_household() throws SQLException {
    assertThat(column("select concat_ws(' ', id, value, second_household) from aid_established"))
        .containsExactly("1 512.50 0");
  }

  @Test
  void an_application_knows_whether_a_visa_stands() throws SQLException {
    assertThat(column("select concat_ws(' ', id, visa_given) from aid_application order by id"))
        .containsExactly("1 1", "2 0", "3 0");
  }

  private static String application(int id) {
    return "insert into aid_application (id, public_id, authority_id, campaign_id,"
        + " child_family_name, child_given_name, child_key, state, origin, applicant_name,"
        + " created_at, changed_at, changed_by) values (%1$d, uuid(), 1, 1, 'ESSAI', 'Ada',"
            .formatted(id)
        + " 'ESSAI %1$d', 'DRAFT', 'FAMILY', 'Maud Essai', '2026-09-10', '2026-09-10', 'Maud Essai')"
            .formatted(id);
  }

  private static String visa(int id, int application, String endedAt) {
    return "insert into aid_visa (id, application_id, school_id, enrolled, boarding_status,"
        + " given_at, given_by, given_account, ended_at) values (%d, %d, 1, true, 'HALF_BOARDER',"
            .formatted(id, application)
        + " '2026-09-12', 'Odile Essai', 20, %s)".formatted(endedAt);
  }

  private static String file(int id, String purpose, String name, boolean sealed) {
    return "insert into stored_file (id, public_id, authority_id, owner_account_id, purpose,"
        + " file_name, media_type, byte_count, digest, created_at, expires_at, sealed) values"
        + " (%d, uuid(), 1, 1, '%s', '%s', 'application/pdf', 1, repeat('x', 32), '2026-01-01',"
            .formatted(id, purpose, name)
        + " '2027-01-01', %b)".formatted(sealed);
  }

  private static String incident(int id, String report, boolean byFamily, String by) {
    return "insert into incident (id, public_id, authority_id, school_id, device_id, category,"
        + " kind, state, happened_on, by_family, declared_at, declared_by, police_report) values"
        + " (%d, uuid(), 1, 1, %d, 'LAPTOP', 'THEFT', 'DECLARED', '2026-02-01', %b,"
            .formatted(id, id, byFamily)
        + " '2026-02-01 09:00:00', '%s', %s)"
            .formatted(by, report == null ? "null" : "'" + report + "'");
  }

  private static String written(int incident, String at, int account, String by, String report) {
    return "insert into journal_entry (id, authority_id, happened_at, actor_account_id, actor_name,"
        + " action, subject_type, subject_id, detail) values (%d, 1, '%s', %d, '%s',"
            .formatted(incident, at, account, by)
        + " 'INCIDENT_DESCRIBED', 'INCIDENT', %d, '{\"policeReport\":\"%s\"}')"
            .formatted(incident, report);
  }

  private static void run(String... statements) throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private static List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = owner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.migration().user(), database.migration().password());
  }
}
