package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.demo.firstadmin.FirstAdmin;
import fr.gestmat.demo.territory.SampleAccess;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts with a password of ours: made, opened, locked, closed. */
class LocalAccountHttpIT extends HttpTest {

  private static final String PASSWORD = "lampe verte sous la pluie";

  /** As a proxy in front says where a wrong or a right password comes from. */
  private static int from(String address, SampleAccess.Login who, String password) {
    return new Visit()
        .password(who.login(), password, "/", "X-Forwarded-For", address)
        .statusCode();
  }

  @Test
  void wrongPasswordsLockWhereTheyComeFromAndTheRightOneIsNotLookedAtThere() throws SQLException {
    SampleAccess.Login auditor = Officials.of(Role.AUDITOR);
    for (int i = 0; i < 5; i++) {
      assertThat(from("198.51.100.7", auditor, "faux")).isEqualTo(422);
    }

    int locked = from("198.51.100.7", auditor, auditor.password());
    HttpResponse<String> unknown = new Visit().password("nobody.at.all", "faux", "/");

    assertThat(locked).isEqualTo(422).isEqualTo(unknown.statusCode());
    assertThat(from("198.51.100.8", auditor, auditor.password()))
        .as("a stranger's guesses keep nobody out who comes from elsewhere")
        .isEqualTo(303);
    assertThat(
            Officials.text("select failed_attempts from account where login = ?", auditor.login()))
        .isEqualTo("0");
    assertThat(from("198.51.100.7", auditor, auditor.password())).as("still").isEqualTo(422);
  }

  @Test
  void aHundredWrongPasswordsOfADayLockTheAccountWhereverTheyComeFrom() throws SQLException {
    SampleAccess.Login auditor = Officials.of(Role.AUDITOR);
    failed(auditor, "utc_timestamp(6) - interval 1 hour");
    assertThat(from("198.51.100.9", auditor, "faux")).isEqualTo(422);

    assertThat(from("198.51.100.10", auditor, auditor.password())).as("locked").isEqualTo(422);
    assertThat(
            Integer.parseInt(
                Officials.text(
                    "select timestampdiff(second, utc_timestamp(6), locked_until) from account"
                        + " where login = ?",
                    auditor.login())))
        .isBetween(0, 30);

    failed(auditor, "utc_timestamp(6) - interval 25 hour");
    assertThat(from("198.51.100.9", auditor, "faux")).isEqualTo(422);
    assertThat(from("198.51.100.10", auditor, auditor.password()))
        .as("those of yesterday do not count")
        .isEqualTo(303);
  }

  private static void failed(SampleAccess.Login who, String since) throws SQLException {
    Officials.change(
        "update account set failed_attempts = 100, locked_until = null, failing_since = "
            + since
            + " where login = ?",
        who.login());
  }

  @Test
  void guessingThePresentPasswordInASessionLeftOpenLocksLikeTheSignOn() {
    SampleAccess.Login auditor = Officials.of(Role.AUDITOR);
    Visit visit = new Visit().as(auditor);
    for (int i = 0; i < 5; i++) {
      assertThat(change(visit, "faux").statusCode()).isEqualTo(422);
    }

    HttpResponse<String> locked = change(visit, auditor.password());

    assertThat(locked.statusCode()).as("the right one is not looked at").isEqualTo(422);
    assertThat(locked.body()).contains("Le mot de passe actuel");
    new Visit().as(auditor);
  }

  private static HttpResponse<String> change(Visit visit, String present) {
    return visit.post(
        "/compte/mot-de-passe",
        Map.of("presentPassword", present, "newPassword", PASSWORD, "repeatedPassword", PASSWORD));
  }

  @Test
  void theFirstAdministratorFollowsTheLinkOnceAndSignsOn() throws SQLException {
    String secret;
    try (Connection connection = database()) {
      secret =
          ((FirstAdmin.Answer.Made)
                  FirstAdmin.make(
                      connection,
                      new FirstAdmin.Request(
                          "Département des Essais",
                          FirstAdmin.Kind.DEPARTEMENT,
                          "Indian/Reunion",
                          "Ida Payet",
                          "ida.p",
                          ""),
                      Clock.systemUTC()))
              .secret();
    }
    Visit visit = new Visit();
    String link = "/activation/" + secret;
    assertThat(visit.open(link).body()).contains("ida.p");
    assertThat(choose(visit, link, "court").statusCode()).isEqualTo(422);

    Visit.expect(303, choose(visit, link, PASSWORD));

    assertThat(visit.open(link).statusCode()).isEqualTo(404);
    Visit.expect(303, visit.password("IDA.P", PASSWORD, "/administration/personnes"));
    String people = visit.open("/administration/personnes").body();
    assertThat(people).contains("Ida Payet").doesNotContain("Marchal");
    String marchal = Officials.account("Étienne Marchal");
    assertThat(visit.open("/administration/personnes/" + marchal).statusCode()).isEqualTo(404);

    String ida = "/administration/personnes/" + Officials.account("Ida Payet");
    Visit.expect(303, visit.post(ida + "/fermeture", Map.of()));
    assertThat(visit.open(ida).body()).contains("dernier administrateur");
    String grant =
        Officials.text(
            "select g.public_id from role_grant g join account a on a.id = g.account_id where"
                + " a.display_name = 'Ida Payet'");
    Visit.expect(303, visit.post(ida + "/droits/" + grant + "/retrait", Map.of()));
    assertThat(visit.open(ida).body()).contains("dernier administrateur");
    assertThat(visit.signedOn()).isTrue();
  }

  @Test
  void anAccountIsMadeMailedOpenedClosedAndOpenedAgain() throws SQLException {
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    int mails = product().mail().received().size();
    HttpResponse<String> wrong =
        admin.post(
            "/administration/nouvelle-personne",
            Map.of("name", "Paul Roche", "login", "p.roche", "email", "paul", "kind", "person"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"Paul Roche\"", "value=\"paul\"");

    HttpResponse<String> made =
        Visit.expect(
            200,
            admin.post(
                "/administration/nouvelle-personne",
                Map.of(
                    "name",
                    "Paul Roche",
                    "login",
                    "p.roche",
                    "email",
                    "paul@region.example",
                    "kind",
                    "person")));

    assertThat(product().mail().received()).hasSize(mails + 1);
    String link = Officials.linkIn(made.body());
    Visit paul = new Visit();
    Visit.expect(303, choose(paul, link, PASSWORD));
    Visit.expect(303, paul.password("p.roche", PASSWORD, "/"));
    assertThat(paul.open("/administration").statusCode()).isEqualTo(404);

    String page = "/administration/personnes/" + Officials.account("Paul Roche");
    Visit.expect(303, admin.post(page + "/fermeture", Map.of()));
    assertThat(paul.signedOn()).isFalse();
    assertThat(paul.password("p.roche", PASSWORD, "/").statusCode()).isEqualTo(422);
    Visit.expect(303, admin.post(page + "/reouverture", Map.of()));
    assertThat(paul.signedOn()).as("the ended session stays ended").isFalse();
    Visit.expect(303, paul.password("p.roche", PASSWORD, "/"));

    Visit other = new Visit();
    Visit.expect(303, other.password("p.roche", PASSWORD, "/"));
    Visit.expect(303, paul.post("/compte/autres-sessions", Map.of()));
    assertThat(other.signedOn()).isFalse();
    assertThat(paul.signedOn()).isTrue();
    HttpResponse<String> refused =
        paul.post(
            "/compte/mot-de-passe",
            Map.of(
                "presentPassword",
                "faux",
                "newPassword",
                "un autre soir au bord",
                "repeatedPassword",
                "x"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(
            Officials.text(
                "select group_concat(action order by id) from journal_entry where subject_type ="
                    + " 'ACCOUNT' and subject_id = (select id from account where login ="
                    + " 'p.roche')"))
        .startsWith(
            "ACCOUNT_CREATED,ACTIVATION_LINK_MADE,PASSWORD_CHANGED,SIGNED_ON,ACCOUNT_CLOSED,"
                + "ACCOUNT_REOPENED");
  }

  private static HttpResponse<String> choose(Visit visit, String link, String password) {
    return visit.post(link, Map.of("newPassword", password, "repeatedPassword", password));
  }
}
