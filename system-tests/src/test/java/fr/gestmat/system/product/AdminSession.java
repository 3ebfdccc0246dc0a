package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import io.restassured.RestAssured;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser of an administrator who signed on with a local account, as far as HTTP goes. */
final class AdminSession {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final CookieFilter cookies = new CookieFilter();

  AdminSession() {
    SampleAccess.Login admin =
        HttpTest.product().access().logins().stream()
            .filter(login -> login.role() == Role.ADMIN)
            .findFirst()
            .orElseThrow();
    String token = token(get("/connexion"));
    Response answer =
        request()
            .formParam("csrf", token)
            .formParam("login", admin.login())
            .formParam("password", admin.password())
            .post("/connexion/compte");
    assertThat(answer.statusCode()).as("signed on").isEqualTo(303);
  }

  /** A request of the session. */
  RequestSpecification request() {
    return RestAssured.given()
        .baseUri(HttpTest.address().toString())
        .redirects()
        .follow(false)
        .filter(cookies);
  }

  /** A page. */
  String get(String path) {
    Response answer = request().header("Accept", "text/html").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.asString();
  }

  /** The token that every form of a page carries. */
  static String token(String page) {
    Matcher found = TOKEN.matcher(page);
    assertThat(found.find()).as("the page has a form").isTrue();
    return found.group(1);
  }
}
