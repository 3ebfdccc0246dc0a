package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What asks too often is told when to go on (M-E14), and nobody else notices. */
class RateHttpIT extends HttpTest {

  /** The usual bounds, which the test runs with. */
  private static final int BY_ACCOUNT = 1_200;

  private static final int BY_ADDRESS = 600;

  /** While a test asks, some requests come back; a slow machine needs a few more. */
  private static final int PATIENCE = 20;

  private static final int LINKS = 300;

  private final Visit program = new Visit();

  @Test
  @DisplayName("M-E14 an account's calls of the API: up to the bound, then 429 until Retry-After")
  void the_api_by_account() throws Exception {
    String secret = tokenOfItsOwn();
    Supplier<HttpResponse<String>> malformed = () -> scan(secret, "{\"scanId\": ");

    int passed = 0;
    HttpResponse<String> refused = malformed.get();
    while (refused.statusCode() == 400 && passed < PATIENCE * BY_ACCOUNT) {
      passed++;
      refused = malformed.get();
    }

    assertThat(passed).as("malformed calls that were answered").isGreaterThanOrEqualTo(BY_ACCOUNT);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("\"status\":429", "Trop de demandes", "Attendez");
    // Somebody else of the same address goes on.
    withToken(Role.LOAN_AGENT).body("{}").post("/api/v1/scans").then().statusCode(400);

    Thread.sleep(1_000 * retryAfter(refused));
    assertThat(malformed.get().statusCode()).as("after the wait").isEqualTo(400);
  }

  @Test
  @DisplayName("M-E14 M-M13 nobody in particular, by address: a page that keeps what was typed")
  void a_public_page_by_address() {
    String address = "192.0.2.77";
    Map<String, String> typed = Map.of("quotient", "412 & plus", "enfants", "3");

    HttpResponse<String> refused = untilRefused(address, typed);

    assertThat(retryAfter(refused)).isEqualTo(1);
    assertThat(refused.body())
        .contains(
            "<html lang=\"fr\"",
            "Trop de demandes en peu de temps",
            "Attendez une seconde",
            "name=\"quotient\" value=\"412 &amp; plus\"",
            "name=\"enfants\" value=\"3\"");
    assertThat(simulate("192.0.2.78", typed).statusCode()).as("a neighbour").isEqualTo(404);
    // A proxy adds the address that it sees; what stands before it anybody can write.
    assertThat(simulate("192.0.2.99, 192.0.2.78", typed).statusCode()).isEqualTo(404);
    assertThat(untilRefused("192.0.2.99, " + address, typed).statusCode()).isEqualTo(429);
  }

  @Test
  @DisplayName("M-E14 a page that refuses keeps no password")
  void no_password_is_kept() {
    HttpResponse<String> refused =
        untilRefused("192.0.2.80", Map.of("login", "odile", "password", "s3cret-words"));

    assertThat(refused.body())
        .contains("bouton de votre navigateur")
        .doesNotContain("s3cret-words", "odile");
  }

  @Test
  @DisplayName("M-E14 M-D20 links by mail, by address and hour: nobody writes to a list through us")
  void links_by_address() {
    String token = program.token();
    HttpResponse<String> refused = askForALink("192.0.2.90", token);
    int asked = 1;
    while (refused.statusCode() == 422 && asked < 2 * LINKS) {
      refused = askForALink("192.0.2.90", token);
      asked++;
    }

    assertThat(asked).isGreaterThan(LINKS);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(retryAfter(refused)).isBetween(1L, 180L);
    assertThat(refused.body())
        .contains("Trop de demandes en peu de temps", "name=\"name\" value=\"Awa Diop\"");
    assertThat(askForALink("192.0.2.91", token).statusCode()).as("a neighbour").isEqualTo(422);
  }

  /** Without an authority nothing is mailed: the count does not know that. */
  private HttpResponse<String> askForALink(String address, String token) {
    return program.postBare(
        "/aide/acces",
        Map.of("csrf", token, "name", "Awa Diop", "email", "awa@exemple.invalid"),
        "X-Forwarded-For",
        address);
  }

  private HttpResponse<String> untilRefused(String address, Map<String, String> typed) {
    HttpResponse<String> answer = simulate(address, typed);
    for (int i = 0; i < PATIENCE * BY_ADDRESS && answer.statusCode() == 404; i++) {
      answer = simulate(address, typed);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    return answer;
  }

  /** To a campaign that nobody has: the count does not know that. */
  private HttpResponse<String> simulate(String address, Map<String, String> typed) {
    return program.postBare("/simulateur/" + new UUID(0, 1), typed, "X-Forwarded-For", address);
  }

  private HttpResponse<String> scan(String secret, String body) {
    return program.send(
        HttpRequest.newBuilder(URI.create(address() + "/api/v1/scans"))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
  }

  /** The sample agent's rights under an account that no other test spends the allowance of. */
  private static String tokenOfItsOwn() throws SQLException {
    String account = Officials.text("select nextval(account_seq)");
    String grant = Officials.text("select nextval(role_grant_seq)");
    String token = Officials.text("select nextval(api_token_seq)");
    String secret = "gm_" + UUID.randomUUID().toString().replace("-", "") + "AAAAAAAAAAA";
    Officials.change(
        "insert into account (id, public_id, authority_id, login, display_name, created_at)"
            + " select ?, uuid(), authority_id, concat('essai', ?), 'Programme emballé',"
            + " utc_timestamp(6) from account where login = ?",
        account,
        account,
        Officials.of(Role.ADMIN).login());
    Officials.change(
        "insert into role_grant (id, public_id, account_id, role, school_id, granted_at,"
            + " granted_by) select ?, uuid(), ?, 'LOAN_AGENT', min(s.id), utc_timestamp(6), 'Essai'"
            + " from school s join account a on a.authority_id = s.authority_id where a.id = ?",
        grant,
        account,
        account);
    Officials.change(
        "insert into api_token (id, public_id, authority_id, account_id, token_hash, purpose,"
            + " created_at, created_by, expires_at) select ?, uuid(), authority_id, id,"
            + " unhex(sha2(?, 256)), 'Essai', utc_timestamp(6), 'Essai',"
            + " utc_timestamp(6) + interval 1 day from account where id = ?",
        token,
        secret,
        account);
    Officials.change(
        "insert into api_token_grant (token_id, role, school_key) select ?, role, school_id"
            + " from role_grant where id = ?",
        token,
        grant);
    return secret;
  }
}
