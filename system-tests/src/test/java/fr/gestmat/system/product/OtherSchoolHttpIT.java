package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one may not see answers like what does not exist, whatever the id that is guessed. */
class OtherSchoolHttpIT extends HttpTest {

  private static final String AGENT = "Nadia Benhamou";

  /** A school that the agent has no right on. */
  private static final String ELSEWHERE =
      "(select s.id from school s where s.id not in (select g.school_id from role_grant g join"
          + " account a on a.id = g.account_id where a.display_name = '"
          + AGENT
          + "') order by s.id limit 1)";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/materiels/%s; select public_id from device where home_school_id = E and place_school_id ="
            + " E limit 1",
        "/materiels/%s/declarer/perte; select public_id from device where home_school_id = E limit"
            + " 1",
        "/eleves/%s; select public_id from pupil where school_id = E limit 1",
        "/responsables/%s; select g.public_id from guardian g join guardianship l on l.guardian_id"
            + " = g.id join pupil p on p.id = l.pupil_id group by g.id having max(p.school_id) = E"
            + " and min(p.school_id) = E limit 1",
        "/comptoir/classes/%s; select public_id from school_class where school_id = E limit 1",
        "/administration/personnes/%s; select public_id from account limit 1",
        "/administration/portails/%s; select public_id from identity_provider limit 1"
      })
  void anotherSchoolsThingsAreNotThere(String path, String query) throws SQLException {
    Visit visit = new Visit().as(AGENT);
    String id = Officials.text(query.replace("= E", "= " + ELSEWHERE));

    HttpResponse<String> there = visit.open(path.formatted(id));
    HttpResponse<String> nowhere = visit.open(path.formatted(UUID.randomUUID()));

    assertThat(there.statusCode()).isEqualTo(404);
    assertThat(plain(there, id)).isEqualTo(plain(nowhere, id));
  }

  /** Otherwise "not there" would prove nothing. */
  @ParameterizedTest
  @CsvSource({"/materiels/%s, device, place_school_id", "/eleves/%s, pupil, school_id"})
  void whoMaySeeThemFindsThem(String path, String table, String school) throws SQLException {
    String id =
        Officials.text(
            "select public_id from %s where %s = %s limit 1".formatted(table, school, ELSEWHERE));

    HttpResponse<String> page =
        new Visit().as(Officials.of(Role.REGION_MANAGER)).open(path.formatted(id));

    assertThat(page.statusCode()).isEqualTo(200);
  }

  @Test
  void theAdministratorOpensThePageOfEveryPersonOfTheAuthority() throws SQLException {
    SampleAccess.Login login = Officials.of(Role.ADMIN);
    Visit administrator = new Visit().as(login);
    int opened = 0;

    try (Connection connection = database();
        PreparedStatement statement =
            connection.prepareStatement(
                "select a.public_id from account a join account me on me.authority_id ="
                    + " a.authority_id where me.login = ?")) {
      statement.setString(1, login.login());
      try (ResultSet ids = statement.executeQuery()) {
        while (ids.next()) {
          Visit.expect(200, administrator.open("/administration/personnes/" + ids.getString(1)));
          opened++;
        }
      }
    }
    assertThat(opened).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etablissements/%s",
        "/etablissements/%s/sans-classe",
        "/comptoir?etablissement=%s"
      })
  void anotherSchoolIsNotThere(String path) throws SQLException {
    Visit visit = new Visit().as(AGENT);
    String uai = Officials.text("select uai from school where id = " + ELSEWHERE);
    String name = Officials.text("select name from school where uai = ?", uai);

    assertThat(visit.open(path.formatted(uai)).body()).doesNotContain(name);
    Visit.expect(404, visit.post("/etablissement", Map.of("school", uai)));
  }

  @Test
  void theWorkAndTheFileOfSomebodyElseAreNotThere() throws SQLException {
    Visit manager = new Visit().as(Officials.of(Role.REGION_MANAGER));
    HttpResponse<String> asked = Visit.expect(303, manager.post("/materiels/exports", Map.of()));
    String work = Visit.location(asked);

    Visit agent = new Visit().as(AGENT);

    assertThat(manager.open(work).statusCode()).isLessThan(400);
    assertThat(agent.open(work).statusCode()).isEqualTo(404);
    assertThat(agent.open("/administration/imports").statusCode()).isEqualTo(404);
    assertThat(agent.open("/administration/imports/" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobodyWithoutTheRoleReachesAdministration() throws SQLException {
    Visit agent = new Visit().as(AGENT);
    String me = Officials.account(AGENT);

    for (String path :
        new String[] {
          "/administration",
          "/administration/personnes",
          "/administration/jetons",
          "/administration/portails",
          "/administration/travaux"
        }) {
      assertThat(agent.open(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            agent
                .post(
                    "/administration/personnes/" + me + "/droits",
                    Map.of("role", "ADMIN", "school", ""))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            Officials.text(
                "select count(*) from role_grant g join account a on a.id = g.account_id where"
                    + " a.display_name = ? and g.role = 'ADMIN'",
                AGENT))
        .isEqualTo("0");
  }

  /** The page without what differs between any two requests. */
  private static String plain(HttpResponse<String> answer, String id) {
    String path = answer.uri().getPath();
    return answer
        .body()
        .replace(path, "PATH")
        .replace(id, "ID")
        .replaceAll("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", "NUMBER");
  }
}
