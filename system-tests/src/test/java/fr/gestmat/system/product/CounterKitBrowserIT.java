package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pieces that go with a device are ticked by exception, by key or by touch, after its scan. */
class CounterKitBrowserIT extends CounterTest {

  private static final String KIT = "**/api/v1/scans/*/kit";

  private Locator pieces() {
    return panel().locator(".kit button");
  }

  @Test
  void a_missing_charger_is_one_key_and_undone_with_the_scan() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tag);
    page().locator("body").press("1");

    assertThat(panel()).hasClass(Pattern.compile("warning"));
    assertThat(panel()).containsText("Noté sur ce prêt");
    assertThat(pieces().first()).hasAttribute("aria-pressed", "true");
    assertThat(stateOf(tag)).isEqualTo("TO_CHECK");
    screenshot("counter-kit-missing");

    page().locator("#undo").click();
    assertThat(page().locator("#lines tr.undone")).hasCount(1);
    assertThat(stateOf(tag)).isEqualTo("ON_LOAN");
    assertThat(
            value(
                "select count(*) from kit_gap g join device d on d.id = g.device_id"
                    + " where d.asset_tag = ?",
                tag))
        .isEqualTo("0");
  }

  @Test
  void what_was_said_without_network_is_sent_later_and_the_last_word_counts() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tag);
    page().route(KIT, Route::abort);
    pieces().first().click();
    assertThat(panel()).containsText("en attente d’envoi");
    page().locator("#end").click();
    assertThat(page().locator("#notice-end")).isVisible();
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");

    page().unroute(KIT);
    page().reload();
    ready();
    assertThat(page().locator("#lines tr").first()).containsText("incomplet");
    page().waitForCondition(() -> stateIs(tag, "TO_CHECK"));

    page().locator("#lines tr .link").first().click();
    pieces().first().click();
    assertThat(panel()).containsText("Tout est là");
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
  }

  /** The policy of the sample's region asks for no pieces. */
  @Test
  void l066_the_page_of_the_device_says_that_a_missing_charger_is_not_charged() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tag);
    page().locator("body").press("1");
    page().waitForCondition(() -> stateIs(tag, "TO_CHECK"));

    open(
        "/materiels/" + value("select public_id from device where asset_tag = ?", tag) + "/pieces");

    assertThat(page().getByText("Le règlement ne fait pas payer les pièces")).isVisible();
  }

  private static boolean stateIs(String tag, String state) {
    try {
      return stateOf(tag).equals(state);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
