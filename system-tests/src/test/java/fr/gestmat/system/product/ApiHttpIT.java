package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.CheckDigit;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The API as another system meets it: registers, deliveries, scans; all answers fit the contract.
 */
class ApiHttpIT extends HttpTest {

  private static final AtomicInteger NUMBER = new AtomicInteger(810_000);
  private static final String ELSEWHERE = "0999999Z";

  private ApiContract contract;
  private String uai;
  private String model;

  @BeforeEach
  void meet() throws JsonProcessingException {
    contract = ApiContract.read();
    JsonPath first = get("/api/v1/devices?limit=1").statusCode(200).extract().jsonPath();
    uai = first.getString("items[0].homeSchool.uai");
    model = first.getString("items[0].model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"devices", "loans", "pupils"})
  void aRegisterIsReadPageByPageWithoutAMissOrADouble(String register) throws Exception {
    String schema =
        Map.of("devices", "DevicePage", "loans", "LoanPage", "pupils", "PupilPage").get(register);
    List<String> whole = ids(register, 200, schema);
    List<String> small = ids(register, 37, schema);
    assertThat(small).doesNotHaveDuplicates().containsExactlyElementsOf(whole);
    assertThat(whole).hasSizeGreaterThan(37);
  }

  @Test
  void thePagesHoldAllThatTheDatabaseHas() throws Exception {
    long school = number("select id from school where uai = ?", uai);
    assertThat(ids("devices", 200, "DevicePage"))
        .hasSize(
            (int)
                number(
                    "select count(*) from device where home_school_id = ? or place_school_id = ?"
                        + " or transit_to_school_id = ?",
                    school,
                    school,
                    school));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/devices?limit=0",
        "/api/v1/devices?limit=-1",
        "/api/v1/devices?limit=many",
        "/api/v1/devices?state=SOLD",
        "/api/v1/loans?after=%21%21",
        "/api/v1/loans?pupil=7",
        "/api/v1/pupils?after=bm90LWEtbnVtYmVy"
      })
  void aWrongParameterIsSaid(String path) throws Exception {
    problem(get(path), 400);
  }

  @Test
  void aPageHoldsAtMostTwoHundred() {
    assertThat(
            withToken(Role.REGION_MANAGER)
                .get("/api/v1/devices?limit=100000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items"))
        .hasSize(200);
  }

  @Test
  void l043_aSchoolThatOneMayNotSeeIsNotThere() throws Exception {
    problem(get("/api/v1/devices?school=" + ELSEWHERE), 404);
    problem(get("/api/v1/loans?school=" + otherSchool()), 404);
    problem(post("/api/v1/devices", device(tag(), otherSchool())), 404);
    problem(
        post("/api/v1/deliveries", delivery("BL-x", otherSchool(), List.of(line(tag(), "S")))),
        404);
  }

  @Test
  void l029_aSecondDeviceWhoseTagDiffersOnlyByCaseIsRefused() throws Exception {
    String tag = tag();
    contract.fits(
        "Device", post("/api/v1/devices", device(tag, uai)).statusCode(201).extract().asString());
    problem(post("/api/v1/devices", device(" " + tag.toLowerCase() + " ", uai)), 409);
  }

  @Test
  void l102_everyLineOfADeliveryIsAccountedForAndTheSameAgainChangesNothing() throws Exception {
    String reference = "BL-" + UUID.randomUUID();
    String first = tag();
    String serial = "SN-" + UUID.randomUUID();
    List<Map<String, String>> lines =
        List.of(
            line(first, serial),
            line(first, "SN-" + UUID.randomUUID()),
            line(tag(), serial.toLowerCase()),
            line("GM0000000123", "SN-A"),
            Map.of("assetTag", tag(), "serial", "SN-" + UUID.randomUUID(), "model", "Inconnu"));
    String body = delivery(reference, uai, lines);
    ValidatableResponse answer = post("/api/v1/deliveries", body).statusCode(201);
    contract.fits("Delivery", answer.extract().asString());
    answer
        .body("created", equalTo(1))
        .body("unchanged", equalTo(0))
        .body("rejected.line", equalTo(List.of(2, 3, 4, 5)));
    post("/api/v1/deliveries", body)
        .statusCode(201)
        .body("created", equalTo(0))
        .body("unchanged", equalTo(1))
        .body("rejected.line", equalTo(List.of(2, 3, 4, 5)));
    post(
            "/api/v1/deliveries",
            delivery("BL-" + UUID.randomUUID(), uai, List.of(line(tag(), serial))))
        .statusCode(201)
        .body("created", equalTo(0))
        .body("rejected.line", equalTo(List.of(1)));
    assertThat(number("select count(*) from device where serial = ?", serial.toUpperCase()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"school\":7}",
        "{\"school\":\"x\",\"reference\":\"y\",\"lines\":[]}",
        "{\"school\":\"x\",\"reference\":\"y\",\"lines\":[3]}"
      })
  void aDeliveryOfAnotherFormIsRefusedAsAWhole(String body) throws Exception {
    problem(post("/api/v1/deliveries", body), 400);
  }

  @Test
  void theAnswersToScansFitTheContract() throws Exception {
    String tag = tag();
    post("/api/v1/devices", device(tag, uai)).statusCode(201);
    String pupil =
        text(
            "select p.public_id from pupil p join school s on s.id = p.school_id where s.uai = ?"
                + " and p.status = 'ACTIVE' and not exists (select 1 from loan l"
                + " where l.pupil_id = p.id) order by p.id desc limit 1",
            uai);
    Map<String, Object> out = scan("CHECK_OUT", tag, pupil);
    outcome(scanned(out), "OK");
    outcome(scanned(out), "OK");
    outcome(scanned(scan("CHECK_OUT", tag, pupil)), "WARNING", "REFUSED");
    problem(post("/api/v1/scans", with(out, "code", "AUTRE")), 409);
    outcome(scanned(scan("CHECK_IN", tag, null)), "OK");
    Map<String, Object> again = scan("CHECK_IN", tag, null);
    outcome(scanned(again), "WARNING");
    scanned(scan("CHECK_IN", "INCONNU-42", null))
        .body("outcome", equalTo("REFUSED"))
        .body("device", nullValue());
    Map<String, Object> second = scan("CHECK_OUT", tag, pupil);
    outcome(scanned(second), "OK");
    ValidatableResponse undone =
        withToken(Role.LOAN_MANAGER).post("/api/v1/scans/" + second.get("scanId") + "/undo").then();
    undone.statusCode(200).body("outcome", equalTo("OK"));
    contract.fits("ScanAnswer", undone.extract().asString());
    problem(
        withToken(Role.LOAN_MANAGER).post("/api/v1/scans/" + UUID.randomUUID() + "/undo").then(),
        404);
    problem(post("/api/v1/scans", "{}"), 400);
    problem(anonymous().get("/api/v1/devices").then(), 401);
  }

  private ValidatableResponse scanned(Map<String, Object> scan) throws JsonProcessingException {
    ValidatableResponse answer =
        withToken(Role.LOAN_MANAGER).body(scan).post("/api/v1/scans").then().statusCode(200);
    contract.fits("ScanAnswer", answer.extract().asString());
    return answer;
  }

  private static void outcome(ValidatableResponse answer, String... among) {
    assertThat(answer.extract().jsonPath().getString("outcome"))
        .as(answer.extract().asString())
        .isIn((Object[]) among);
  }

  private Map<String, Object> scan(String mode, String code, String pupil) {
    Map<String, Object> scan = new HashMap<>();
    scan.put("scanId", UUID.randomUUID().toString());
    scan.put("mode", mode);
    scan.put("school", uai);
    scan.put("code", code);
    scan.put("pupilId", pupil);
    scan.put("scannedAt", Instant.now().toString());
    return scan;
  }

  private static Map<String, Object> with(Map<String, Object> scan, String field, Object value) {
    Map<String, Object> other = new HashMap<>(scan);
    other.put(field, value);
    return other;
  }

  private List<String> ids(String register, int limit, String schema)
      throws JsonProcessingException {
    List<String> ids = new ArrayList<>();
    String after = null;
    do {
      String path =
          "/api/v1/" + register + "?limit=" + limit + (after == null ? "" : "&after=" + after);
      String page = get(path).statusCode(200).extract().asString();
      contract.fits(schema, page);
      JsonPath json = JsonPath.from(page);
      assertThat(json.getList("items").size()).isLessThanOrEqualTo(limit);
      ids.addAll(json.getList("items.id", String.class));
      after = json.getString("next");
    } while (after != null);
    return ids;
  }

  private void problem(ValidatableResponse answer, int status) throws JsonProcessingException {
    String said =
        answer.statusCode(status).contentType("application/problem+json").extract().asString();
    contract.fits("Problem", said);
  }

  private static ValidatableResponse get(String path) {
    return withToken(Role.LOAN_MANAGER).urlEncodingEnabled(false).get(path).then();
  }

  private static ValidatableResponse post(String path, Object body) {
    return withToken(Role.LOAN_MANAGER).body(body).post(path).then();
  }

  private String device(String tag, String school) {
    return "{\"school\":\"%s\",\"assetTag\":\"%s\",\"model\":\"%s\"}".formatted(school, tag, model);
  }

  private Map<String, String> line(String tag, String serial) {
    return Map.of("assetTag", tag, "serial", serial, "model", model);
  }

  private static String delivery(String reference, String school, List<Map<String, String>> lines) {
    List<String> written =
        lines.stream()
            .map(
                l ->
                    "{\"assetTag\":\"%s\",\"serial\":\"%s\",\"model\":\"%s\"}"
                        .formatted(l.get("assetTag"), l.get("serial"), l.get("model")))
            .toList();
    return "{\"school\":\"%s\",\"reference\":\"%s\",\"lines\":[%s]}"
        .formatted(school, reference, String.join(",", written));
  }

  /** A tag that nobody has, with its check digit. */
  private static String tag() {
    return CheckDigit.LUHN.complete("GM" + NUMBER.incrementAndGet());
  }

  private String otherSchool() throws SQLException {
    return text("select max(uai) from school where uai <> ? and status = 'ACCEPTED'", uai);
  }

  private static long number(String sql, Object... values) throws SQLException {
    return Long.parseLong(text(sql, values));
  }

  private static String text(String sql, Object... values) throws SQLException {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).as(sql).isTrue();
        return row.getString(1);
      }
    }
  }
}
