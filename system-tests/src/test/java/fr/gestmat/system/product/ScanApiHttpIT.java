package fr.gestmat.system.product;

import static fr.gestmat.access.Role.LOAN_AGENT;
import static fr.gestmat.access.Role.LOAN_MANAGER;
import static fr.gestmat.access.Role.REGION_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers to scans that are malformed, odd, or nobody's. */
class ScanApiHttpIT extends ScanHttpTest {

  private static long written() throws SQLException {
    return number(
        "select (select count(*) from scan) + (select count(*) from journal_entry where subject_type"
            + " = 'DEVICE')");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("school", null, "manque"),
        Arguments.of("school", " ", "manque"),
        Arguments.of("school", 990011, "forme"),
        Arguments.of("school", "0990011ZZZZZZZZZZZ", "trop long"),
        Arguments.of("code", null, "manque"),
        Arguments.of("code", List.of("A", "B"), "forme"),
        Arguments.of("scannedAt", null, "manque"),
        Arguments.of("scannedAt", "23/06/2026", "forme"),
        Arguments.of("scannedAt", "2026-06-23T09:42:00", "forme"),
        Arguments.of("scanId", null, "manque"),
        Arguments.of("scanId", "1", "forme"),
        Arguments.of("mode", null, "manque"),
        Arguments.of("mode", "LEND", "forme"),
        Arguments.of("pupilId", "Ada", "forme"),
        Arguments.of("returnedAt", "vendredi", "forme"),
        Arguments.of("grade", "BROKEN", "forme"),
        Arguments.of("place", "x".repeat(81), "trop long"),
        Arguments.of("choice", "<b>", "forme"),
        Arguments.of("reason", "x".repeat(401), "trop long"),
        Arguments.of("age", -1, "forme"),
        Arguments.of("age", "deux heures", "forme"),
        Arguments.of("age", 14L * 24 * 3_600_000 + 1, "forme"),
        Arguments.of("dryRun", "yes", "forme"));
  }

  @ParameterizedTest(name = "L028 {0} = {1}")
  @MethodSource("malformed")
  void l028_a_malformed_field_is_named(String field, Object value, String fault) throws Exception {
    long before = written();
    Map<String, Object> body = checkIn("GM0010017");
    body.put(field, value);
    post(body)
        .statusCode(400)
        .contentType(startsWith(PROBLEM))
        .body("status", equalTo(400))
        .body("title", equalTo("Demande mal formée"))
        .body("detail", containsString(field))
        .body("detail", containsString(fault));
    assertThat(written()).isEqualTo(before);
  }

  @ParameterizedTest(name = "L028 {0}")
  @CsvSource(
      delimiter = '|',
      value = {"{\"a\":", "[]", "null", "''", "\"text\"", "1", "{\"scanId\":NaN}"})
  void l028_a_body_that_is_no_object_is_a_problem(String body) {
    post(body)
        .statusCode(400)
        .contentType(startsWith(PROBLEM))
        .body("detail", containsString("JSON"));
  }

  @Test
  @DisplayName("L028 too much, too deep and of another type are problems too")
  void l028_other_bodies() {
    Map<String, Object> long_ = checkIn("x".repeat(200_000));
    post(long_).statusCode(400).body("detail", containsString("trop gros"));
    post("[".repeat(60_000)).statusCode(400).contentType(startsWith(PROBLEM));
    withToken(LOAN_AGENT)
        .contentType(ContentType.URLENC)
        .body("scanId=1")
        .post(SCANS)
        .then()
        .statusCode(415)
        .contentType(startsWith(PROBLEM));
  }

  @Test
  @DisplayName("L028 nobody signed on")
  void l028_nobody() {
    anonymous()
        .contentType(ContentType.JSON)
        .body(checkIn("GM0010017"))
        .post(SCANS)
        .then()
        .statusCode(401)
        .contentType(startsWith(PROBLEM));
  }

  @Test
  @DisplayName("L043 a school that is not there and one that is not ours answer alike")
  void l043_no_right_and_no_school_are_one_answer() {
    Map<String, Object> nowhere = checkIn("GM0010017");
    nowhere.put("school", "0000000A");
    Map<String, Object> foreign = checkIn("GM0010017");
    foreign.put("school", otherSchool());
    String one = post(nowhere).statusCode(404).extract().path("detail");
    String two = post(foreign).statusCode(404).extract().path("detail");
    assertThat(one).isEqualTo(two);
  }

  private String otherSchool() {
    return withToken(REGION_MANAGER)
        .queryParam("limit", 200)
        .queryParam("state", "IN_STOCK")
        .get("/api/v1/devices")
        .jsonPath()
        .<String>getList("items.homeSchool.uai")
        .stream()
        .filter(uai -> !uai.equals(school))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> oddCodes() {
    return Stream.of(
        Arguments.of("", "CODE_EMPTY"),
        Arguments.of(" \t\r\n\u00a0\u2003", "CODE_EMPTY"),
        Arguments.of("]C1", "CODE_EMPTY"),
        Arguments.of("\u001d\ufeff", "CODE_EMPTY"),
        Arguments.of("INCONNU-42", "CODE_UNKNOWN"),
        Arguments.of("GM00\u000710017", "CODE_UNREADABLE"),
        Arguments.of("GM00\u0000", "CODE_UNKNOWN"),
        Arguments.of("GM\u202e0010017", "CODE_UNREADABLE"),
        Arguments.of("x".repeat(10_240), "CODE_TOO_LONG"),
        Arguments.of("x".repeat(20_000), "CODE_TOO_LONG"),
        Arguments.of("👩\u200d🏫💻", "CODE_UNREADABLE"),
        Arguments.of("💻💻", "CODE_UNKNOWN"),
        Arguments.of("5449000000996", "CODE_FOREIGN"),
        Arguments.of("<script>alert(1)</script>", "CODE_UNKNOWN"),
        Arguments.of("' or 1=1 -- ", "CODE_UNKNOWN"),
        Arguments.of("{0} ${x} %s \\", "CODE_UNKNOWN"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("oddCodes")
  @DisplayName("L011 L029 L033 an odd code is refused in French, and no device is touched")
  void odd_codes(String code, String reason) throws Exception {
    String devices = "select coalesce(sum(version), 0) + count(*) from device";
    long before = number(devices);
    post(checkIn(code))
        .statusCode(200)
        .body("outcome", equalTo("REFUSED"))
        .body("reasons.code", equalTo(List.of(reason)))
        .body("reasons[0].message", matchesRegex(SENTENCE))
        .body("device", nullValue())
        .body("loan", nullValue());
    assertThat(number(devices)).isEqualTo(before);
  }

  @Test
  @DisplayName("L029 blanks, case and an AIM prefix do not matter; several labels at once are none")
  void l029_the_same_label_in_other_clothes() {
    JsonPath two = devices("IN_STOCK", 2);
    String tag = two.getString("items[0].assetTag");
    for (String code : List.of("  " + tag.toLowerCase() + " \r", "]C1" + tag, "]d2 " + tag)) {
      post(checkIn(code))
          .body("device.assetTag", equalTo(tag))
          .body("matchedBy", equalTo("ASSET_TAG"));
    }
    for (String glue : List.of("", " ", "\n", "\t")) {
      post(checkIn(tag + glue + two.getString("items[1].assetTag")))
          .body("outcome", equalTo("REFUSED"))
          .body("reasons.code", equalTo(List.of("CODE_SEVERAL")));
    }
  }

  @Test
  @DisplayName("L029 a second device whose label differs by case and blanks only is refused")
  void l029_no_second_device_by_case() throws Exception {
    JsonPath one = devices("IN_STOCK", 1);
    String tag = one.getString("items[0].assetTag");
    long before = number("select count(*) from device");
    withToken(LOAN_MANAGER)
        .body(
            Map.of(
                "school",
                school,
                "assetTag",
                " " + tag.toLowerCase() + " ",
                "model",
                one.getString("items[0].model")))
        .post("/api/v1/devices")
        .then()
        .statusCode(409)
        .contentType(startsWith(PROBLEM));
    assertThat(number("select count(*) from device")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"abc\"", "1.5", "null", "21", "18446744073709551617"})
  @DisplayName("L067 a number of pieces that is none is refused and nothing is written")
  void l067_quantity(String quantity) throws Exception {
    long before = number("select count(*) from kit_gap");
    withToken(LOAN_AGENT)
        .contentType(ContentType.JSON)
        .body(
            "{\"revision\":1,\"pieces\":[{\"name\":\"Chargeur\",\"fault\":\"MISSING\","
                + "\"quantity\":"
                + quantity
                + "}]}")
        .post(SCANS + "/" + UUID.randomUUID() + "/kit")
        .then()
        .statusCode(400)
        .body("detail", containsString("quantity"));
    assertThat(number("select count(*) from kit_gap")).isEqualTo(before);
  }

  @Test
  @DisplayName("L088 a scan that is older than the last change of its device says so")
  void l088_an_old_scan() throws Exception {
    String tag = devices("ON_LOAN", 1).getString("items[0].assetTag");
    Map<String, Object> old = checkIn(tag);
    old.put("age", 7_200_000);
    Map<String, Object> returned = checkIn(tag);
    post(returned).statusCode(200);

    String answer =
        post(old)
            .statusCode(200)
            .body("outcome", equalTo("REFUSED"))
            .body("reasons[0].code", equalTo("CHANGED_SINCE"))
            .body("reasons[0].message", matchesRegex(SENTENCE))
            .body("device.assetTag", equalTo(tag))
            .extract()
            .asString();
    ApiContract.read().fits("ScanAnswer", answer);
    withToken(LOAN_AGENT)
        .post(SCANS + "/" + returned.get("scanId") + "/undo")
        .then()
        .body("outcome", equalTo("OK"));
  }

  @Test
  void the_kit_of_a_scan_is_answered_as_the_contract_says() throws Exception {
    String tag = devices("ON_LOAN", 1).getString("items[0].assetTag");
    Map<String, Object> scan = checkIn(tag);
    ApiContract contract = ApiContract.read();
    String answer = post(scan).statusCode(200).extract().asString();
    contract.fits("ScanAnswer", answer);
    Map<String, Object> line = new HashMap<>();
    line.put("name", JsonPath.from(answer).getString("kit[0].name"));
    line.put("piece", null);
    line.put("fault", "MISSING");
    line.put("quantity", 1);
    Map<String, Object> statement = Map.of("revision", 1, "pieces", List.of(line));
    String address = SCANS + "/" + scan.get("scanId");
    String said =
        withToken(LOAN_AGENT)
            .body(statement)
            .post(address + "/kit")
            .then()
            .statusCode(200)
            .body("reasons[0].code", equalTo("KIT_INCOMPLETE"))
            .body("device.state", equalTo("TO_CHECK"))
            .extract()
            .asString();
    contract.fits("ScanAnswer", said);
    withToken(LOAN_AGENT)
        .body(Map.of("revision", 1, "pieces", List.of()))
        .post(address + "/kit")
        .then()
        .statusCode(409);
    withToken(LOAN_AGENT)
        .body(statement)
        .post(SCANS + "/" + UUID.randomUUID() + "/kit")
        .then()
        .statusCode(404);
    withToken(LOAN_AGENT).post(address + "/undo").then().body("outcome", equalTo("OK"));
  }
}
