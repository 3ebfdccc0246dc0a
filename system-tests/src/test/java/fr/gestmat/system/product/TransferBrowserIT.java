package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import fr.gestmat.access.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A transfer in the hands of who sends it, and the distribution in those of the region. */
class TransferBrowserIT extends CounterTest {

  @Test
  void l038_devices_are_scanned_onto_a_slip_sent_and_received() throws Exception {
    List<String> tags = inStock(2);
    signOn(COLLEAGUE, "/materiels/transferts");
    link("Préparer un transfert").click();
    button("Ouvrir le bon").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Choisissez où vont");
    page().locator("#to").selectOption(new SelectOption().setIndex(1));
    page().locator("#planned").fill("2");
    button("Ouvrir le bon").click();
    String slip = page().url().substring(page().url().indexOf("/materiels"));
    link("Scanner des matériels").click();
    ready();
    wedge.scan(tags.get(0));
    assertThat(panel()).hasClass(Pattern.compile("\\bok\\b"));
    assertThat(panel()).containsText("Sur le bon");
    wedge.scan(onLoan(1).get(0));
    assertThat(panel()).hasClass(Pattern.compile("\\brefused\\b"));
    wedge.scan(tags.get(1));
    assertThat(page().locator("#followed")).containsText("2 matériels sur le bon");
    button("Relire le bon").click();
    assertThat(page().locator("h1")).containsText("Bon de transfert");
    assertThat(page().locator("tbody th a")).hasCount(2);
    screenshot("transfer-prepared-1280");
    Download paper = page().waitForDownload(() -> button("Imprimer le bon").click());
    assertThat(
            new String(
                Arrays.copyOf(Files.readAllBytes(paper.path()), 5), StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(stateOf(tags.get(0))).isEqualTo("IN_STOCK");
    button("Envoyer 2 matériels").click();
    assertThat(page().locator(".notice.ok")).containsText("2 matériels sont en route");
    assertThat(stateOf(tags.get(0))).isEqualTo("IN_TRANSIT");
    assertThat(button("Recevoir les 2 matériels en route")).hasCount(0);
    width(390);
    screenshot("transfer-sent-390");
    width(1280);

    signOnHere(Role.REGION_MANAGER, slip);
    button("Recevoir les 2 matériels en route").click();
    assertThat(page().locator(".notice.ok")).containsText("2 matériels sont reçus");
    assertThat(stateOf(tags.get(1))).isEqualTo("IN_STOCK");
    open("/materiels/transferts?recherche=" + tags.get(1));
    assertThat(page().locator("tbody tr")).hasCount(1);
    assertThat(page().locator("tbody")).containsText("Reçu");
  }

  @Test
  void the_region_distributes_for_next_year() throws Exception {
    signOnHere(Role.REGION_MANAGER, "/materiels/transferts/propositions");
    String rich =
        value(
            "select s.uai from school s join device d on d.place_school_id = s.id and d.state ="
                + " 'IN_STOCK' group by s.id order by count(*) desc limit 1");
    String poor =
        value(
            "select s.uai from school s left join device d on d.place_school_id = s.id and d.state"
                + " = 'IN_STOCK' where s.status = 'ACCEPTED' and s.kind = 'SCHOOL' and s.uai <> '"
                + rich
                + "' and s.authority_id = (select authority_id from school where uai = '"
                + rich
                + "') group by s.id order by count(d.id) limit 1");
    page()
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "besoins.csv",
                "text/csv",
                ("UAI;Entrants\n" + rich + ";1\n0000000X;2\n").getBytes(StandardCharsets.UTF_8)));
    button("Lire le fichier").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Ligne 2");
    assertThat(page().locator("#needs")).hasValue(Pattern.compile("0000000X ; 2"));
    page().locator("#needs").fill(rich + ";1\n" + poor + ";400\nfaux;3");
    button("Proposer des transferts").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Ligne 3");
    assertThat(page().locator("#needs")).hasValue(Pattern.compile("faux;3"));
    page().locator("#needs").fill(rich + ";1\n" + poor + ";400");
    button("Proposer des transferts").click();
    assertThat(page().locator("h1")).containsText("Proposition de transferts");
    assertThat(page().getByText("Le stock ne suffit pas")).isVisible();
    screenshot("moveplan-1280");
    width(390);
    screenshot("moveplan-390");
    width(1280);
    page().locator("#line-1").fill("12");
    button("Enregistrer les changements").click();
    assertThat(page().locator("#line-1")).hasValue("12");
    page().getByRole(AriaRole.BUTTON, named(Pattern.compile("Préparer .* bon"))).click();
    assertThat(page().locator(".notice.ok")).containsText("préparé");
    assertThat(page().locator("tbody tr").first()).containsText("0 / 12");

    open("/materiels/transferts/lieux");
    page().locator("#name").fill("Réserve de Metz");
    button("Créer la réserve").click();
    assertThat(page().locator("tbody")).containsText("Réserve de Metz");
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private Locator link(String name) {
    return page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
