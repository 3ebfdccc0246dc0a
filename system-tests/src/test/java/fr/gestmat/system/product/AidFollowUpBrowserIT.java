package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Who runs meal aid follows the campaign, takes the list away and says how long data stay. */
class AidFollowUpBrowserIT extends BrowserTest {

  private void sound(String name) {
    assertThat(new AxeBuilder(page()).analyze().getViolations())
        .as(name)
        .extracting(Rule::getId)
        .isEmpty();
    screenshot("suivi-" + name);
  }

  @Test
  void a_manager_follows_the_campaign() throws SQLException {
    signOnHere(Role.AID_MANAGER, "/");
    open("/aides/suivi?campagne=" + SarneAid.campaign(0));
    assertThat(page().locator("h1")).hasText("Suivi de la campagne");
    assertThat(page().locator("p.lead")).containsText("demandes reçues");
    assertThat(page().locator(".days-drawn rect").count()).isGreaterThan(20);
    assertThat(page().locator("tbody th a")).hasCount(5);
    sound("tableau");
    width(390);
    sound("tableau-390");
    width(1280);
    open("/aides/suivi?campagne=" + SarneAid.campaign(1));
    sound("tableau-annee-passee");
    open("/aides/conservation");
    page().locator("[name=noticeDays]").fill("2");
    page().locator("main form button").first().click();
    assertThat(page().locator("main")).containsText("entre 15 et 90");
    sound("conservation");
  }

  @Test
  void an_officer_takes_the_list_away() {
    signOnHere(Role.AID_OFFICER, "/dossiers");
    open("/dossiers?etat=TOUS");
    Download file = page().waitForDownload(() -> page().getByText("Exporter cette liste").click());
    assertThat(file.suggestedFilename()).endsWith(".xlsx");
  }

  @Test
  void a_number_that_nobody_has_is_an_empty_journal() {
    signOnHere(Role.ADMIN, "/administration");
    open("/administration/journal?demande=abc");
    assertThat(page().locator("main")).containsText("Rien pour ces critères");
    sound("journal");
  }
}
