package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import io.restassured.response.Response;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not signed on is led to it, and then to where they wanted to go. */
class EntryHttpIT extends HttpTest {

  private static final String ID = "01234567-89ab-4cde-8f01-23456789abcd";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/compte",
        "/comptoir",
        "/comptoir?mode=remise&classe=ID",
        "/comptoir/connecte",
        "/comptoir/seance",
        "/comptoir/seance.pdf",
        "/materiels",
        "/materiels?q=a%26b&etat=LENT",
        "/materiels/ID",
        "/materiels/ID/declarer/perte",
        "/materiels/ID/modifier",
        "/materiels/nouveau",
        "/materiels/livraisons",
        "/materiels/livraisons/tableaux",
        "/materiels/etiquettes",
        "/materiels/modeles",
        "/materiels/modeles/nouveau",
        "/materiels/modeles/ID",
        "/materiels/reprise",
        "/materiels/reprise/ID",
        "/materiels/reprise/ID/lignes/3",
        "/prets",
        "/eleves",
        "/eleves/ID",
        "/responsables/ID",
        "/etablissements",
        "/etablissements/0880001A",
        "/etablissements/0880001A/classes/ID",
        "/etablissements/0880001A/sans-classe",
        "/administration",
        "/administration/personnes",
        "/administration/personnes/ID",
        "/administration/jetons",
        "/administration/portails",
        "/administration/portails/ID",
        "/administration/imports",
        "/administration/imports/ID",
        "/administration/imports/ID/lignes",
        "/administration/imports/ID/etablissements",
        "/administration/imports/ID/compte-rendu.xlsx",
        "/taches/ID",
        "/fichiers/ID"
      })
  void everyPageAsksForTheSignOnAndRemembersItself(String path) {
    String wanted = path.replace("ID", ID);

    Response answer = anonymous().urlEncodingEnabled(false).get(wanted);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    String[] parts = answer.header("Location").replace(address().toString(), "").split("=", 2);
    assertThat(parts[0]).isEqualTo("/connexion?suite");
    assertThat(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/session",
        "/api/v1/devices",
        "/api/v1/loans",
        "/api/v1/pupils",
      })
  void theApiAnswersWithAProblem(String path) {
    anonymous()
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("status", equalTo(401));
  }

  @Test
  void afterTheSignOnTheBrowserIsWhereItWantedToGo() {
    SampleAccess.Login admin = Officials.of(Role.ADMIN);
    String wanted = "/administration/imports?page=2";
    Visit visit = new Visit();

    String form = visit.follow(visit.open(wanted)).body();
    assertThat(form).contains("name=\"suite\" value=\"" + wanted + "\"");

    HttpResponse<String> arrived = visit.password(admin.login(), admin.password(), wanted);
    assertThat(Visit.location(arrived)).endsWith(wanted);
    assertThat(visit.follow(arrived).statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasNoRoleIsLedToAPageThatIsTheirs() throws SQLException {
    SarneAid sarne = SarneAid.found();
    String own = "/aide/dossiers/" + sarne.submitted("Inès");
    Visit visit = new Visit();

    HttpResponse<String> page = visit.follow(visit.password(sarne.parent, SarneAid.PASSWORD, own));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo(own);
    assertThat(page.body()).contains("Inès");
  }

  @ParameterizedTest
  @CsvSource({"/materiels, 404", "/, 200"})
  void whoHasNoRoleReadsWhomToAskForOne(String wanted, int status) throws SQLException {
    SarneAid sarne = SarneAid.found();
    Visit visit = new Visit();

    HttpResponse<String> page =
        visit.follow(visit.password(sarne.parent, SarneAid.PASSWORD, wanted));

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains("personne ne vous a encore donné de rôle");
  }

  @Test
  void whoCameThroughAPortalLastIsLedToItAtOnce() {
    Visit visit = new Visit().as("Nadia Benhamou");
    visit.plant("gestmat", "over");

    HttpResponse<String> led = visit.follow(visit.open("/materiels?etat=LENT"));

    assertThat(URLDecoder.decode(Visit.location(led), StandardCharsets.UTF_8))
        .endsWith("/connexion/ent/ent-marches?suite=/materiels?etat=LENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/connexion", "/aide-en-ligne", "/accessibilite", "/donnees-personnelles"})
  void whatEverybodyMayReadNeedsNoSignOn(String path) {
    anonymous().get(path).then().statusCode(200);
  }
}
