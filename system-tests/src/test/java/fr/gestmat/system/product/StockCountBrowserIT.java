package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An inventory in the hands of a loan manager who also scans, with a scanner and a bad network. */
class StockCountBrowserIT extends CounterTest {

  private static final String SENT = "**/api/v1/stock-counts/*/scans";

  @Test
  void l108_an_inventory_from_opening_to_report() throws Exception {
    List<String> shelf = inStock(3);
    String lent = onLoan(1).get(0);
    String name = "Inventaire " + UUID.randomUUID().toString().substring(0, 8);
    signOn(COLLEAGUE, "/materiels/inventaires");
    link("Ouvrir un inventaire").click();
    button("Ouvrir l’inventaire").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Donnez un nom");
    page().locator("#name").fill(name);
    page().getByLabel(AGENT).check();
    button("Ouvrir l’inventaire").click();
    assertThat(page().getByText(AGENT)).isVisible();
    String count = page().url();

    link("Scanner").click();
    ready();
    page().locator("#volume").focus();
    wedge.scan(shelf.get(0));
    assertThat(panel()).hasClass(Pattern.compile("\\bok\\b"));
    assertThat(panel()).containsText(shelf.get(0) + " est à sa place");
    assertThat(page().locator("#volume")).isFocused();
    wedge.scan(shelf.get(0));
    assertThat(panel()).hasClass(Pattern.compile("\\bwarning\\b"));
    assertThat(panel()).containsText("déjà compté");
    wedge.scan(lent);
    assertThat(panel()).containsText("noté comme prêté");
    wedge.scan("SN-INCONNU-1");
    assertThat(panel()).hasClass(Pattern.compile("\\brefused\\b"));
    assertThat(tones()).isEqualTo("1320 700 700 700 700 196");
    assertThat(page().locator("#followed .ok b")).hasText("1");
    assertThat(page().locator("#followed .warning b")).hasText("1");

    page().route(SENT, Route::abort);
    wedge.scan(shelf.get(1));
    assertThat(page().locator("#notice-unreachable")).containsText("1 scan attend");
    button("J’ai terminé").click();
    assertThat(page().locator("#notice-end")).containsText("1 lecture attend encore");
    page().reload();
    ready();
    assertThat(lines()).hasCount(5);
    assertThat(page().locator("#summary")).containsText("1 en attente");
    open(count.substring(count.indexOf("/materiels")) + "/cloture");
    assertThat(page().locator("#unsent")).isVisible();
    assertThat(button("Clore l’inventaire")).isDisabled();
    page().unroute(SENT);
    page().locator("#unsent a").click();
    ready();
    assertThat(page().locator("#summary")).not().containsText("en attente");
    assertThat(panel()).containsText(shelf.get(1));
    width(390);
    screenshot("stock-count-station-390");
    width(1280);
    screenshot("stock-count-station-1280");
    button("J’ai terminé").click();

    assertThat(page().getByText("vous avez terminé")).isVisible();
    link("Clore l’inventaire").click();
    button("Clore l’inventaire").click();
    assertThat(page().locator(".notice.ok")).containsText("L’inventaire est clos");
    screenshot("stock-count-closed-1280");
    width(390);
    screenshot("stock-count-closed-390");
    width(1280);
    Locator missing =
        page().locator("tr", new Page.LocatorOptions().setHasText(shelf.get(2))).first();
    missing.getByText("Déclarer perdu").click();
    assertThat(page().getByRole(AriaRole.HEADING).first()).isVisible();
    assertThat(stateOf(shelf.get(2))).as("nothing happens by itself").isEqualTo("IN_STOCK");
    page().goBack();
    link("Inattendus").click();
    assertThat(page().getByText("Noté comme prêté")).isVisible();
    link("Codes inconnus").click();
    assertThat(page().getByText("SN-INCONNU-1")).isVisible();
    Download report = page().waitForDownload(() -> button("Exporter en CSV").click());
    assertThat(Files.readString(report.path()))
        .contains("Trouvé;" + shelf.get(0))
        .contains("Manquant;" + shelf.get(2))
        .contains("Code inconnu;SN-INCONNU-1");
  }

  private Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private Locator link(String name) {
    return page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
