package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is refused for want of a right is in the journal, and an auditor reads it there (M-H05). */
class RefusalHttpIT extends HttpTest {

  private static SarneAid sarne;

  @BeforeAll
  static void people() throws SQLException {
    sarne = SarneAid.found();
  }

  private static Visit signedOn(String login) {
    Visit visit = new Visit();
    Visit.expect(303, visit.password(login, SarneAid.PASSWORD, "/compte"));
    return visit;
  }

  private static String lines(String login, String action) throws SQLException {
    return Officials.text(
        "select coalesce(group_concat(j.detail order by j.id separator '\\n'), '') from"
            + " journal_entry j join account a on a.id = j.actor_account_id where a.login = ?"
            + " and j.subject_type = 'REFUSAL' and j.action = ?",
        login,
        action);
  }

  @Test
  @DisplayName("M-H05 a place without the right to it: who, what and from where, and nothing shown")
  void a_right_that_is_missing() throws SQLException {
    Visit.expect(404, signedOn(sarne.bursar).open("/administration/personnes"));

    assertThat(lines(sarne.bursar, "ACCESS_REFUSED"))
        .contains(
            "\"page\":\"GET /administration/personnes\"",
            "\"adresse\":\"/administration/personnes\"",
            "\"depuis\":\"127.0.0.1\"");
    assertThat(lines(sarne.bursar, "ACCESS_NOT_FOUND")).isEmpty();
  }

  @Test
  @DisplayName("M-H05 guessed ids: a few lines with their number, where the proxy saw them from")
  void ids_that_are_guessed() throws SQLException {
    Visit officer = signedOn(sarne.officer);
    for (int i = 0; i < 12; i++) {
      Visit.expect(404, officer.open("/dossiers/" + UUID.randomUUID()));
    }
    Visit.expect(404, officer.open("/no/such/address"));

    String[] lines = lines(sarne.officer, "ACCESS_NOT_FOUND").split("\n");
    // A minute may have ended between two of them.
    assertThat(lines.length).isBetween(1, 3);
    assertThat(lines[0]).contains("\"adresse\":\"/dossiers/").doesNotContain("refus dans");
    assertThat(String.join("\n", lines)).doesNotContain("/no/such/address");
    assertThat(lines(sarne.officer, "ACCESS_REFUSED")).isEmpty();
  }

  @Test
  @DisplayName("M-H05 refusals have a kind of their own on the page of the journal")
  void the_auditor_reads_them() throws SQLException {
    Visit agent = new Visit().as("Nadia Benhamou");
    Visit.expect(404, agent.open("/administration/portails"));

    String page =
        new Visit()
            .as(Officials.of(Role.ADMIN))
            .open("/administration/journal?sujet=REFUSALS&qui=Benhamou")
            .body();

    assertThat(page)
        .contains(
            "<option value=\"REFUSALS\" selected>Accès refusés",
            "Accès refusé",
            "le droit manque",
            "page: GET /administration/portails",
            "depuis: 127.0.0.1");
  }
}
