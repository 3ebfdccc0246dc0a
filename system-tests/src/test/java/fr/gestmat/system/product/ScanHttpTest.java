package fr.gestmat.system.product;

import static fr.gestmat.access.Role.LOAN_AGENT;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests that scan through the API, as an agent of one school of the sample. */
abstract class ScanHttpTest extends HttpTest {

  static final String SCANS = "/api/v1/scans";
  static final String PROBLEM = "application/problem+json";

  /** What the agent is told: a whole sentence. */
  static final String SENTENCE = "(?s)[A-ZÀ«].*[.]";

  String school;

  @BeforeEach
  void whereTheAgentScans() {
    school = devices("IN_STOCK", 1).getString("items[0].homeSchool.uai");
  }

  /** Devices that the agent sees, in a state. */
  static JsonPath devices(String state, int count) {
    return withToken(LOAN_AGENT)
        .queryParam("state", state)
        .queryParam("limit", count)
        .get("/api/v1/devices")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The body of a return. */
  Map<String, Object> checkIn(String code) {
    Map<String, Object> body = new HashMap<>();
    body.put("scanId", UUID.randomUUID().toString());
    body.put("mode", "CHECK_IN");
    body.put("school", school);
    body.put("code", code);
    body.put("scannedAt", "2026-06-23T09:42:00Z");
    return body;
  }

  /** Sends a scan. */
  static ValidatableResponse post(Object body) {
    return withToken(LOAN_AGENT).body(body).post(SCANS).then();
  }

  /** One number of the database. */
  static long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** One value of the database as text. */
  static String text(String sql) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
