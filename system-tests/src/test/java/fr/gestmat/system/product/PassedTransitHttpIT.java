package fr.gestmat.system.product;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.gestmat.sql.Migrate;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Devices that passed a school by mistake while that school was still written as their sender. */
class PassedTransitHttpIT extends ScanHttpTest {

  private static final String SCRIPT = "/db/migration/V0356__senders_of_devices_on_their_way.sql";
  private static final String SENT = "2026-01-05 08:00:00";

  @Test
  @DisplayName("L037 what passed a school before its sender was kept is not that school's to keep")
  void l037_the_sender_is_found_again() throws Exception {
    List<String> tags = devices("IN_STOCK", 3).getList("items.assetTag");
    String own = tags.get(0);
    String onSlip = tags.get(1);
    String alone = tags.get(2);
    String here = text("select place_school_id from device where asset_tag = '" + own + "'");
    String sender = other(here, 0);
    Officials.change(
        "update device set state = 'IN_TRANSIT', transit_from_school_id = ?,"
            + " transit_to_school_id = ?, transit_sent_at = ? where asset_tag in (?, ?, ?)",
        here,
        other(here, 1),
        SENT,
        own,
        onSlip,
        alone);
    try {
      slip(onSlip, sender);
      sent(own, here);
      sent(alone, sender);
      for (String tag : tags) {
        scan(tag).body("choices.choice", contains("CANCEL_TRANSFER"));
      }

      migrate();

      scan(onSlip).body("choices", empty());
      scan(alone).body("choices", empty());
      scan(own).body("choices.choice", contains("CANCEL_TRANSFER"));
    } finally {
      Officials.change(
          "update device set state = 'IN_STOCK', place_school_id = ?, transit_from_school_id ="
              + " null, transit_to_school_id = null, transit_sent_at = null,"
              + " transit_transfer_id = null where asset_tag in (?, ?, ?)",
          here,
          own,
          onSlip,
          alone);
      Officials.change("delete from site_transfer where code like 'ESSAI-%'");
    }
  }

  private ValidatableResponse scan(String tag) {
    return post(checkIn(tag))
        .statusCode(200)
        .body("outcome", equalTo("WARNING"))
        .body("reasons.code", hasItem("TRANSFER_ELSEWHERE"));
  }

  private static String other(String school, int which) throws SQLException {
    return text(
        "select o.id from school o join school s on s.authority_id = o.authority_id where s.id = "
            + school
            + " and o.id <> s.id order by o.id limit 1 offset "
            + which);
  }

  private static void slip(String tag, String sender) throws SQLException {
    String id = text("select nextval(site_transfer_seq)");
    Officials.change(
        "insert into site_transfer (id, public_id, authority_id, code, from_school_id,"
            + " to_school_id, for_good, created_at, created_by, sent_at, sent_by) select ?, ?,"
            + " authority_id, ?, ?, transit_to_school_id, false, ?, 'Essai', ?, 'Essai' from device"
            + " where asset_tag = ?",
        id,
        UUID.randomUUID().toString(),
        "ESSAI-" + id,
        sender,
        SENT,
        SENT,
        tag);
    Officials.change("update device set transit_transfer_id = ? where asset_tag = ?", id, tag);
  }

  /** The journal's word for a device that came back at a school and was sent home from there. */
  private static void sent(String tag, String school) throws SQLException {
    Officials.change(
        "insert into journal_entry (id, authority_id, school_id, happened_at, actor_name, action,"
            + " subject_type, subject_id) select next value for journal_entry_seq, authority_id, ?,"
            + " ?, 'Essai', 'RETURNED', 'DEVICE', id from device where asset_tag = ?",
        school,
        SENT,
        tag);
  }

  private static void migrate() throws IOException, SQLException {
    try (InputStream script = Migrate.class.getResourceAsStream(SCRIPT)) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : text.split(";\\s*\\n", 0)) {
        Officials.asMigration(statement);
      }
    }
  }
}
