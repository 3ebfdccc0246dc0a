package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the service answers to scans when something around them fails, or much forbids them. */
class ScanTroubleHttpIT extends ScanHttpTest {

  @Test
  @DisplayName("L018 when the journal cannot be written nothing is, and the same scan works later")
  void l018_a_failing_journal_undoes_the_return() throws Exception {
    String tag = devices("ON_LOAN", 1).getString("items[0].assetTag");
    Map<String, Object> scan = checkIn(tag);
    String standing =
        "select d.version + l.version + (l.state = 'OPEN') * 1000 + (d.state = 'ON_LOAN') * 10000"
            + " from device d join loan l on l.id = d.open_loan_id where d.asset_tag = '"
            + tag
            + "'";
    long before = number(standing);
    Officials.asMigration(
        "alter table journal_entry add constraint l018 check (detail not like '%"
            + scan.get("scanId")
            + "%')");
    try {
      post(scan)
          .statusCode(500)
          .contentType(startsWith(PROBLEM))
          .body("detail", containsString("Le problème vient de chez nous"))
          .body("detail", not(containsString("constraint")));
      assertThat(number(standing)).isEqualTo(before);
      assertThat(number("select count(*) from scan where scan_id = '" + scan.get("scanId") + "'"))
          .isZero();
    } finally {
      Officials.asMigration("alter table journal_entry drop constraint l018");
    }
    post(scan)
        .statusCode(200)
        .body("outcome", equalTo("OK"))
        .body("device.state", equalTo("IN_STOCK"))
        .body("pupil.familyName", notNullValue());
  }

  @Test
  @DisplayName("L019 no mail can fail a scan: a scan sends none")
  void l019_a_scan_sends_no_mail() {
    int before = product().mail().received().size();
    JsonPath lent = devices("ON_LOAN", 1);
    post(checkIn(lent.getString("items[0].assetTag")))
        .statusCode(200)
        .body("outcome", equalTo("OK"));
    assertThat(product().mail().received()).hasSize(before);
  }

  @Test
  @DisplayName("L019 while nothing can be queued for mails, every scan goes through")
  void l019_a_notice_that_cannot_be_written_fails_no_scan() throws Exception {
    String back = lent(0);
    String lost = lent(1);
    String free = devices("IN_STOCK", 1).getString("items[0].assetTag");
    Map<String, Object> handOver = checkIn(free);
    handOver.put("mode", "CHECK_OUT");
    handOver.put("pupilId", holder(back));
    incident(lost, "LOSS");
    run("update loan l join device d on d.open_loan_id = l.id set l.state = 'LOST'", lost);
    run("update device d set d.state = 'LOST'", lost);
    Officials.asMigration(
        "alter table notice add constraint l019 check (created_at < '"
            + text("select utc_timestamp(6)")
            + "')");
    try {
      post(checkIn(back)).statusCode(200).body("outcome", equalTo("OK"));
      post(handOver).statusCode(200).body("outcome", equalTo("OK"));
      post(checkIn(lost))
          .statusCode(200)
          .body("outcome", equalTo("WARNING"))
          .body("reasons[0].code", equalTo("LOST_FOUND"));
    } finally {
      Officials.asMigration("alter table notice drop constraint l019");
    }
    assertThat(standing(back)).isEqualTo("IN_STOCK CLOSED RETURNED RETURNED");
    assertThat(standing(free)).isEqualTo("ON_LOAN OPEN LENT");
    assertThat(standing(lost)).isEqualTo("IN_STOCK CLOSED FOUND FOUND");
    assertThat(
            text(
                "select concat_ws(' ', state, closing) from incident where id = (select max(i.id)"
                    + " from incident i join device d on d.id = i.device_id where d.asset_tag = '"
                    + lost
                    + "')"))
        .as("and what follows from the scan was done")
        .isEqualTo("CLOSED FOUND");
  }

  @Test
  @DisplayName("L026 the service says all that forbids a hand-over, each with its sentence")
  void l026_all_blockers_in_one_answer() throws Exception {
    String held = lent(0);
    String tag = devices("TO_CHECK", 1).getString("items[0].assetTag");
    Map<String, Object> scan = checkIn(tag);
    scan.put("mode", "CHECK_OUT");
    scan.put("pupilId", holder(held));
    incident(held, "THEFT");
    try {
      String before = standing(tag);
      String answer =
          post(scan)
              .statusCode(200)
              .body("outcome", equalTo("REFUSED"))
              .body(
                  "reasons.code",
                  equalTo(List.of("DEVICE_TO_CHECK", "LIMIT_REACHED", "PUPIL_BLOCKED")))
              .body("reasons.message", everyItem(matchesRegex(SENTENCE)))
              .body("choices", empty())
              .extract()
              .asString();
      ApiContract.read().fits("ScanAnswer", answer);
      assertThat(standing(tag)).isEqualTo(before).startsWith("TO_CHECK");
      assertThat(
              number(
                  "select count(*) from journal_entry where detail like '%"
                      + scan.get("scanId")
                      + "%'"))
          .isZero();
    } finally {
      run(
          "delete i from incident i join device d on d.id = i.device_id and i.kind = 'THEFT'",
          held);
    }
  }

  /** An incident with a device that is on loan, by which its pupil gets nothing at all. */
  private static void incident(String tag, String kind) throws SQLException {
    run(
        "insert into incident (id, public_id, authority_id, school_id, device_id, category, loan_id,"
            + " pupil_id, kind, state, happened_on, declared_at, declared_by, decided_at, decided_by,"
            + " blocks_new_loan)"
            + " select next value for incident_seq, uuid(), d.authority_id, d.home_school_id, d.id,"
            + " 'LAPTOP', l.id, l.pupil_id, '"
            + kind
            + "', 'DECIDED', utc_date(), utc_timestamp(6), 'Essai', utc_timestamp(6), 'Essai',"
            + " true from device d"
            + " join loan l on l.id = d.open_loan_id",
        tag);
  }

  /** The tag of a sound device that a pupil of the agent's school has. */
  private String lent(int which) throws SQLException {
    return text(
        "select d.asset_tag from device d join loan l on l.id = d.open_loan_id and l.state = 'OPEN'"
            + " join pupil p on p.id = l.pupil_id and p.status = 'ACTIVE' and p.left_on is null"
            + " join school s on s.id = p.school_id and s.id = d.home_school_id and s.id ="
            + " d.place_school_id where d.condition_grade in ('NEW', 'GOOD', 'WORN') and s.uai = '"
            + school
            + "' order by d.asset_tag limit 1 offset "
            + which);
  }

  private static String holder(String tag) throws SQLException {
    return text(
        "select p.public_id from device d join loan l on l.id = d.open_loan_id join pupil p on p.id ="
            + " l.pupil_id where d.asset_tag = '"
            + tag
            + "'");
  }

  /** A device's state, its latest loan and how that ended, and the latest line of its journal. */
  private static String standing(String tag) throws SQLException {
    return text(
        "select concat_ws(' ', d.state, l.state, l.closing_reason, (select action from journal_entry"
            + " where subject_type = 'DEVICE' and subject_id = d.id order by id desc limit 1)) from"
            + " device d left join loan l on l.device_id = d.id where d.asset_tag = '"
            + tag
            + "' order by l.checked_out_at desc limit 1");
  }

  /** Runs a statement about device {@code d} of a tag. */
  private static void run(String sql, String tag) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql + " where d.asset_tag = '" + tag + "'");
    }
  }
}
