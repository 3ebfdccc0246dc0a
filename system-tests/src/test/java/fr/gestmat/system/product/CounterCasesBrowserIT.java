package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases of lending as an agent lives them at the counter: scanned, seen and heard. */
class CounterCasesBrowserIT extends CounterTest {

  private static final String PLACE = "Salle B12";

  @Test
  @DisplayName("L009 a state and a place that are chosen once go with thirty scans, and one typed")
  void l009_sticky_settings() throws Exception {
    List<String> tags =
        tags(
            "d.state = 'ON_LOAN' and (select l.state from loan l where l.id = d.open_loan_id) ="
                + " 'OPEN'",
            31);
    List<String> scanned = tags.subList(0, 30);
    String typed = tags.get(30);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("label", new Page.LocatorOptions().setHasText("Abîmé")).first().click();
    page().locator("#place").fill(PLACE);
    page().locator("#code").focus();

    scanned.forEach(wedge::scan);
    assertThat(lines().locator(".tag.ok"))
        .hasCount(30, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    page().locator("#code").fill(typed);
    page().locator("#code").press("Enter");

    assertThat(lines().locator(".tag.ok")).hasCount(31);
    assertThat(panel()).containsText(typed);
    assertThat(page().locator("input[name=grade][value=DAMAGED]")).isChecked();
    assertThat(page().locator("#place")).hasValue(PLACE);
    assertThat(tones().split(" ")).filteredOn("1320"::equals).as("heard as done").hasSize(31);
    assertThat(
            value(
                "select group_concat(distinct concat_ws(' ', d.state, d.condition_grade, d.storage,"
                    + " if(d.open_loan_id is null, 'free', 'held'), l.state, l.closing_reason,"
                    + " l.returned_grade, l.returned_place)) from device d join loan l on l.id ="
                    + " (select max(e.id) from loan e where e.device_id = d.id and e.returned_at ="
                    + " d.last_returned_at) where d.asset_tag in ("
                    + quoted(tags)
                    + ")"))
        .as("each of the thirty as the one that was typed")
        .isEqualTo("TO_CHECK DAMAGED Salle B12 free CLOSED RETURNED DAMAGED Salle B12");
    assertThat(
            value(
                "select concat_ws(' ', count(*), count(distinct j.subject_id)) from journal_entry j"
                    + " join device d on d.id = j.subject_id and j.subject_type = 'DEVICE' where"
                    + " j.action = 'RETURNED_TO_CHECK' and j.detail like '%Salle B12%' and"
                    + " d.asset_tag in ("
                    + quoted(tags)
                    + ")"))
        .isEqualTo("31 31");
  }

  @Test
  @DisplayName("L026 all that forbids a hand-over is read at once, and heard as one refusal")
  void l026_all_reasons_are_shown() throws Exception {
    String toCheck = tags("d.state = 'TO_CHECK'", 1).get(0);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    wedge.scan(inStock(1).get(0));
    assertThat(page().locator(".pupil.served").first()).isVisible();
    page().locator(".pupil.served").first().click();

    wedge.scan(toCheck);

    assertThat(panel()).hasClass(Pattern.compile("\\brefused\\b"));
    assertThat(panel()).containsText("À contrôler avant d’être remis.");
    assertThat(panel()).containsText("déjà un matériel de cette sorte");
    assertThat(tones()).isEqualTo("1320 196");
    assertThat(stateOf(toCheck)).isEqualTo("TO_CHECK");
  }

  @Test
  @DisplayName("L037 a device that passes by is heard as a warning that says where it goes")
  void l037_in_transit_elsewhere() throws Exception {
    String tag = inStock(1).get(0);
    String elsewhere =
        value(
            "select s.id from school s join device d on d.authority_id = s.authority_id and"
                + " d.home_school_id <> s.id where d.asset_tag = ? order by s.id desc limit 1",
            tag);
    run(
        "update device set state = 'IN_TRANSIT', transit_sent_at ="
            + " utc_timestamp(6) - interval 1 day, last_returned_at = last_returned_at - interval 2"
            + " hour, transit_to_school_id = "
            + elsewhere
            + " where asset_tag = '"
            + tag
            + "'");
    openCounter(AGENT, "/comptoir?mode=retour");

    wedge.scan(tag);

    assertThat(panel()).hasClass(Pattern.compile("\\bwarning\\b"));
    assertThat(panel())
        .containsText(
            "En transit vers "
                + value("select name from school where id = ?", elsewhere)
                + " : faites-le suivre.");
    assertThat(tones()).isEqualTo("700 700");
    assertThat(stateOf(tag)).isEqualTo("IN_TRANSIT");
    assertThat(journalOf(tag)).endsWith("SEEN");
  }

  @Test
  @DisplayName("L058 a blocked pupil is heard as a refusal; a loan manager says why and hands over")
  void l058_override() throws Exception {
    List<String> free = inStock(2);
    openCounter(COLLEAGUE, "/comptoir?mode=remise");
    openClass();
    wedge.scan(free.get(0));
    Locator served = page().locator(".pupil.served").first();
    assertThat(served).isVisible();
    String loan =
        "select max(l.id) from loan l join device d on d.id = l.device_id where d.asset_tag = ?";
    run(
        "insert into incident (id, public_id, authority_id, school_id, device_id, category, pupil_id,"
            + " kind, state, happened_on, declared_at, declared_by, decided_at, decided_by,"
            + " blocks_new_loan) select next value for incident_seq, uuid(), l.authority_id,"
            + " l.school_id, l.device_id, 'LAPTOP', l.pupil_id, 'THEFT', 'DECIDED', utc_date(),"
            + " utc_timestamp(6), 'Essai', utc_timestamp(6), 'Essai', true from loan l where l.id = "
            + value(loan, free.get(0)));
    served.click();

    wedge.scan(free.get(1));
    assertThat(panel()).hasClass(Pattern.compile("\\brefused\\b"));
    assertThat(tones()).isEqualTo("1320 196");
    assertThat(stateOf(free.get(1))).isEqualTo("IN_STOCK");
    panel().locator(".choices button").first().click();
    Locator why = page().locator("#override-reason");
    why.press("Enter");
    assertThat(why).isVisible();
    why.fill("Examen blanc");
    why.press("Enter");

    assertThat(panel()).hasClass(Pattern.compile("\\bwarning\\b"));
    assertThat(tones()).isEqualTo("1320 196 700 700");
    assertThat(stateOf(free.get(1))).isEqualTo("ON_LOAN");
    assertThat(journalOf(free.get(1))).endsWith("LENT_BY_OVERRIDE");
    assertThat(value("select state from loan where id = (" + loan + ")", free.get(1)))
        .isEqualTo("OPEN");
    run("delete from incident where declared_by = 'Essai' and kind = 'THEFT'");
  }

  private static String quoted(List<String> tags) {
    return tags.stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(", "));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
