package fr.gestmat.demo.firstadmin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.demo.Database;
import fr.gestmat.demo.Ports;
import fr.gestmat.demo.Workplace;
import fr.gestmat.demo.firstadmin.FirstAdmin.Answer;
import fr.gestmat.demo.firstadmin.FirstAdmin.Kind;
import fr.gestmat.demo.firstadmin.FirstAdmin.Request;
import fr.gestmat.identity.control.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real, empty MariaDB, with the application's own account. */
class FirstAdminTest {

  private static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

  private static Database database;

  @BeforeAll
  static void start() throws SQLException {
    Workplace workplace =
        new Workplace(Path.of("..").toAbsolutePath().normalize(), "first-admin-test");
    workplace.forget();
    database = Database.open(workplace.create(), Ports.any());
    database.migrate();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void anEmptyDatabaseGetsAnAuthorityAndOneAdministratorWhoChoosesThePassword()
      throws SQLException {
    Answer answer = make("Région des Tests", "Zoé Martin", "Zoe.Martin", "zoe@region.example");

    assertThat(answer).isInstanceOf(Answer.Made.class);
    Answer.Made made = (Answer.Made) answer;
    assertThat(made.expires()).isEqualTo(NOW.plus(FirstAdmin.LINK_LIFE));
    assertThat(
            row(
                "SELECT CONCAT_WS('|', l.name, l.kind, l.time_zone, a.login, a.email, g.role,"
                    + " HEX(a.activation_hash), a.password_hash IS NULL, g.school_id IS NULL) FROM"
                    + " account a JOIN local_authority l ON l.id = a.authority_id JOIN role_grant g"
                    + " ON g.account_id = a.id WHERE a.login = 'zoe.martin'"))
        .isEqualTo(
            "Région des Tests|REGION|Europe/Paris|zoe.martin|zoe@region.example|ADMIN|"
                + HexFormat.of().withUpperCase().formatHex(Secret.hash(made.secret()))
                + "|1|1");
    assertThat(row("SELECT COUNT(*) FROM journal_entry WHERE actor_name = 'script/first-admin'"))
        .isEqualTo("2");

    assertThat(make("Région des Tests", "Luc Petit", "luc.petit", ""))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .asString()
                    .contains("has an administrator already"));
    assertThat(row("SELECT COUNT(*) FROM account WHERE login = 'luc.petit'")).isEqualTo("0");
  }

  @Test
  void everythingThatIsWrongIsSaidAndNothingIsWritten() throws SQLException {
    assertThat(make("", "", "x", "nowhere"))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.reasons()).hasSize(4));
    assertThat(row("SELECT COUNT(*) FROM local_authority WHERE name = ''")).isEqualTo("0");
  }

  private static Answer make(String authority, String name, String login, String email)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return FirstAdmin.make(
          connection,
          new Request(authority, Kind.REGION, "Europe/Paris", name, login, email),
          Clock.fixed(NOW, ZoneOffset.UTC));
    }
  }

  private static String row(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
