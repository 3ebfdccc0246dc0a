package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes something is taken from our own pages only. */
class ForgeryHttpIT extends HttpTest {

  private static final String FORM = "/compte/autres-sessions";

  @Test
  void aFormWithoutTheTokenChangesNothingAndIsKeptToBeConfirmed() {
    Visit visit = new Visit().as(Officials.of(Role.REGION_MANAGER));
    Visit other = new Visit().as(Officials.of(Role.REGION_MANAGER));

    HttpResponse<String> answer = visit.postBare(FORM, Map.of("typed", "kept & shown"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("kept &amp; shown");
    assertThat(other.signedOn()).isTrue();
  }

  @Test
  void aPasswordIsNeverShownAgain() {
    Visit visit = new Visit().as(Officials.of(Role.REGION_MANAGER));
    String form = visit.open("/compte").body();
    Map<String, String> typed =
        Pattern.compile("type=\"password\" id=\"[^\"]+\" name=\"([^\"]+)\"")
            .matcher(form)
            .results()
            .collect(Collectors.toMap(field -> field.group(1), field -> "typed-secret"));
    assertThat(typed).hasSize(3);

    HttpResponse<String> answer = visit.postBare("/compte/mot-de-passe", typed);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("typed-secret");
  }

  @Test
  void theTokenOfAnotherSessionIsWorthNothing() {
    Visit visit = new Visit().as(Officials.of(Role.REGION_MANAGER));
    String foreign = new Visit().as(Officials.of(Role.ADMIN)).token();

    assertThat(visit.post(FORM, Map.of("csrf", foreign)).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void anotherSiteIsRefusedEvenWithTheToken(String header, String value) {
    Visit visit = new Visit().as(Officials.of(Role.REGION_MANAGER));
    Visit other = new Visit().as(Officials.of(Role.REGION_MANAGER));

    assertThat(visit.post(FORM, Map.of(), header, value).statusCode()).isEqualTo(403);
    assertThat(other.signedOn()).isTrue();
  }

  /** Browsers leave the session's cookie out of what another site makes them send. */
  @ParameterizedTest
  @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site"})
  void theFormOfAnotherSiteIsNotShownToWhoSeemsToHaveBeenSignedOut(String header, String value) {
    Map<String, String> theirs = Map.of("typed", "written elsewhere");

    HttpResponse<String> answer = new Visit().postBare(FORM, theirs, header, value);
    HttpResponse<String> late = new Visit().postBare(FORM, theirs, "Origin", address().toString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("written elsewhere", "action=\"" + FORM);
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).contains("written elsewhere");
  }

  @Test
  void ourOwnPageIsTaken() {
    Visit visit = new Visit().as(Officials.of(Role.REGION_MANAGER));

    HttpResponse<String> answer =
        visit.post(FORM, Map.of(), "Origin", address().toString(), "Sec-Fetch-Site", "same-origin");

    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/scans", "/api/v1/devices", "/api/v1/deliveries"})
  void aScriptWithTheCookieAloneIsRefusedWithAProblem(String path) {
    Visit visit = new Visit().as("Marc Oberlin");

    HttpResponse<String> answer =
        visit.send(
            HttpRequest.newBuilder(address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  @Test
  void nobodyIsLedToTheSignOnAndTheApiSays401() {
    assertThat(Visit.location(new Visit().open("/administration/personnes")))
        .contains("/connexion?suite=");
    anonymous().get("/api/v1/devices").then().statusCode(401);
  }
}
