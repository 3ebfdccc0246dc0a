package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of answer tells the browser that it may do: nothing but load our own files. */
class HeadersHttpIT extends HttpTest {

  private static final Pattern ASSET = Pattern.compile("href=\"(/static/[^\"]+\\.css)\"");

  static Stream<Arguments> answers() {
    return Stream.of(
        answer("a page", 200, () -> anonymous().get("/connexion")),
        answer("a page of somebody", 200, () -> signedOn().get("/materiels")),
        answer("a redirect", 303, () -> anonymous().get("/materiels")),
        answer("what is not there", 404, () -> anonymous().get("/nothing/of/the/kind")),
        answer("what one may not see", 404, () -> signedOn().get("/administration/imports")),
        answer("a method that is none", 404, () -> anonymous().delete("/aide-en-ligne")),
        answer("a forged form", 403, () -> signedOn().post("/deconnexion")),
        answer("a spent link", 404, () -> anonymous().get("/activation/x")),
        answer("a style sheet", 200, () -> anonymous().get(styleSheet())),
        answer("a file that is not there", 404, () -> anonymous().get("/static/none.css")),
        answer("data", 200, () -> withToken(Role.LOAN_AGENT).get("/api/v1/devices")),
        answer("a problem", 401, () -> anonymous().get("/api/v1/devices")),
        answer("no such data", 404, () -> withToken(Role.LOAN_AGENT).get("/api/v1/none")),
        answer(
            "malformed data",
            400,
            () -> withToken(Role.LOAN_AGENT).body("{").post("/api/v1/scans")),
        answer("the API's document", 200, () -> anonymous().get("/api/openapi.json")),
        answer("health", 200, () -> anonymous().get("/health/live")));
  }

  private static Arguments answer(String name, int status, Supplier<Response> request) {
    return Arguments.of(name, status, request);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void everyAnswerCarriesThem(String name, int status, Supplier<Response> request) {
    Response answer = request.get();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'self'; object-src 'none'; base-uri 'none'")
        .contains("form-action 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "http");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=(self)", "microphone=()");
    assertThat(answer.header("X-Powered-By")).isNull();
    assertThat(answer.cookies()).doesNotContainKey("JSESSIONID");
    if (!name.equals("a style sheet")) {
      assertThat(answer.header("Cache-Control")).as("kept by nobody").contains("no-store");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void noAnswerHasInlineCode(String name, int status, Supplier<Response> request) {
    assertThat(request.get().asString())
        .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
        .doesNotContainPattern("<style\\b")
        .doesNotContainPattern("<[a-z][^>]*\\s(on[a-z]+|style)=");
  }

  private static RequestSpecification signedOn() {
    Visit visit = new Visit().as("Nadia Benhamou");
    return anonymous().cookie("gestmat", visit.cookie("gestmat").orElseThrow());
  }

  private static String styleSheet() {
    Matcher found = ASSET.matcher(anonymous().get("/connexion").asString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
