package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import fr.gestmat.access.Role;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens of other systems: what they may do, and when they may no longer. */
class TokenHttpIT extends HttpTest {

  private static final String DEVICES = "/api/v1/devices";

  @Test
  void aTokenDoesWhatItIsLimitedToUntilItIsRevoked() throws SQLException {
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    String account = system(admin, "Inventaire DSI", "inventaire");
    String secret = make(admin, account, "REGION_MANAGER");
    String admins = make(admin, account, "ADMIN");

    bearer(secret).get(DEVICES).then().statusCode(200);
    bearer(admins).get(DEVICES).then().statusCode(404);
    bearer(secret)
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("csrfToken")));
    assertThat(admin.open("/administration/jetons").body())
        .contains("Inventaire DSI")
        .doesNotContain(secret);
    anonymous()
        .header("Authorization", "Bearer " + secret)
        .accept("text/html")
        .get("/materiels")
        .then()
        .statusCode(303);

    String id =
        Officials.text(
            "select t.public_id from api_token t join api_token_grant g on g.token_id = t.id and"
                + " g.role = 'REGION_MANAGER' join account a on a.id = t.account_id where a.login ="
                + " 'inventaire'");
    Visit.expect(303, admin.post("/administration/jetons/" + id + "/revocation", Map.of()));

    bearer(secret).get(DEVICES).then().statusCode(401);
  }

  @Test
  void aTokenEndsWithItsTimeWithItsRightAndWithItsAccount() throws SQLException {
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    String account = system(admin, "Tableau de bord", "tableau");
    String page = "/administration/personnes/" + account;
    String first = make(admin, account, "REGION_MANAGER");
    bearer(first).get(DEVICES).then().statusCode(200);

    Visit.expect(303, admin.post(page + "/fermeture", Map.of()));
    bearer(first).get(DEVICES).then().statusCode(401);
    Visit.expect(303, admin.post(page + "/reouverture", Map.of()));
    bearer(first).get(DEVICES).then().statusCode(200);

    Visit.expect(
        303,
        admin.post(page + "/droits/" + grant("tableau", "REGION_MANAGER") + "/retrait", Map.of()));
    bearer(first).get(DEVICES).then().statusCode(404);

    String second = make(admin, account, "ADMIN");
    Officials.change(
        "update api_token set expires_at = utc_timestamp(6) - interval 1 second where account_id ="
            + " (select id from account where login = 'tableau')");
    bearer(second).get("/api/v1/session").then().statusCode(401);
    bearer("gm_invented").get(DEVICES).then().statusCode(401);
  }

  @Test
  void nobodyMakesATokenThatPassesForSomebodyElse() throws SQLException {
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    String claire =
        Officials.text(
            "select public_id from account where login = ?",
            Officials.of(Role.REGION_MANAGER).login());

    HttpResponse<String> form = admin.open("/administration/jetons/nouveau?compte=" + claire);
    HttpResponse<String> sent =
        admin.post(
            "/administration/jetons",
            Map.of(
                "account",
                claire,
                "purpose",
                "x",
                "days",
                "30",
                "grant",
                grant(Officials.of(Role.REGION_MANAGER).login(), "REGION_MANAGER")));

    assertThat(form.statusCode()).isEqualTo(404);
    assertThat(sent.statusCode()).isIn(404, 422);
  }

  @Test
  void aTokenHoldsForAYearAtMost() throws SQLException {
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    String me =
        Officials.text(
            "select public_id from account where login = ?", Officials.of(Role.ADMIN).login());
    HttpResponse<String> refused =
        admin.post(
            "/administration/jetons",
            Map.of(
                "account",
                me,
                "purpose",
                "Trop long",
                "days",
                "366",
                "grant",
                grant(Officials.of(Role.ADMIN).login(), "ADMIN")));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"Trop long\"");
  }

  @Test
  void aTokenRestsWhileThePortalOfItsAccountIsClosed() throws SQLException {
    String agent = "Nadia Benhamou";
    new Visit().as(agent);
    String secret = "gm_" + UUID.randomUUID().toString().replace("-", "") + "AAAAAAAAAAA";
    Officials.change(
        "insert into api_token (id, public_id, authority_id, account_id, token_hash, purpose,"
            + " created_at, created_by, expires_at) select next value for api_token_seq, uuid(),"
            + " authority_id, id, unhex(sha2(?, 256)), 'Essai', utc_timestamp(6), 'Essai',"
            + " utc_timestamp(6) + interval 1 day from account where display_name = ?",
        secret,
        agent);
    Officials.change(
        "insert into api_token_grant (token_id, role, school_key) select t.id, g.role,"
            + " g.school_key from api_token t join role_grant g on g.account_id = t.account_id"
            + " where t.token_hash = unhex(sha2(?, 256))",
        secret);

    // Nobody is never remembered, somebody for some seconds: first the closed one.
    portalOf(agent, false);
    try {
      bearer(secret).get(DEVICES).then().statusCode(401);
    } finally {
      portalOf(agent, true);
    }
    bearer(secret).get(DEVICES).then().statusCode(200);
  }

  private static void portalOf(String name, boolean active) throws SQLException {
    Officials.change(
        "update identity_provider p join account a on a.provider_id = p.id set p.active = ?"
            + " where a.display_name = ?",
        active,
        name);
  }

  /** An account that nobody signs on with, which holds two roles. */
  private static String system(Visit admin, String name, String login) throws SQLException {
    Visit.expect(
        303,
        admin.post(
            "/administration/nouvelle-personne",
            Map.of("name", name, "login", login, "kind", "system")));
    String account = Officials.account(name);
    for (String role : new String[] {"REGION_MANAGER", "ADMIN"}) {
      Visit.expect(
          303,
          admin.post(
              "/administration/personnes/" + account + "/droits",
              Map.of("role", role, "school", "")));
    }
    return account;
  }

  private static String make(Visit admin, String account, String role) throws SQLException {
    String login = Officials.text("select login from account where public_id = ?", account);
    return Officials.tokenIn(
        Visit.expect(
                200,
                admin.post(
                    "/administration/jetons",
                    Map.of(
                        "account",
                        account,
                        "purpose",
                        "Lecture du parc",
                        "days",
                        "30",
                        "grant",
                        grant(login, role))))
            .body());
  }

  private static String grant(String login, String role) throws SQLException {
    return Officials.text(
        "select g.public_id from role_grant g join account a on a.id = g.account_id where a.login ="
            + " ? and g.role = ?",
        login,
        role);
  }

  private static RequestSpecification bearer(String secret) {
    return anonymous().header("Authorization", "Bearer " + secret).accept("application/json");
  }
}
