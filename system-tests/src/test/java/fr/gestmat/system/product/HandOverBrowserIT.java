package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What surrounds a loan for its family: who came for the device, and the proof that it is back. */
class HandOverBrowserIT extends CounterTest {

  /**
   * A device that a child of a parent of the simulated ENT holds under an agreement: the pupils of
   * the ENT themselves are those of other tests.
   */
  private static final String LENT_UNDER_AGREEMENT =
      " from device d join loan l on l.device_id = d.id and l.state = 'OPEN' join loan_agreement a"
          + " on a.id = l.agreement_id and a.state = 'ACTIVE' join pupil p on p.id = l.pupil_id"
          + " and p.source = 'AAF' and p.status = 'ACTIVE' join guardianship h on h.pupil_id = p.id"
          + " and h.parental_authority join guardian g on g.id = h.guardian_id and"
          + " concat(g.given_name, ' ', g.family_name) in ('Karine Martinez',"
          + " 'Aminata Charpentier') where d.state = 'ON_LOAN' and d.place_school_id = (select"
          + " min(r.school_id) from role_grant r join account c on c.id = r.account_id where"
          + " c.display_name = ?) and (select count(*) from loan o where o.agreement_id = a.id and"
          + " o.state <> 'CLOSED') = 1 order by d.asset_tag desc limit 1";

  /** Lends a device to whose turn it is, and opens the form that says who came for it. */
  private Page handOver(String tag) {
    wedge.scan(tag);
    assertThat(panel()).containsText(tag);
    return page().waitForPopup(() -> panel().locator("a.collector").click());
  }

  @Test
  void a_parent_who_came_is_noted_from_the_counter() throws Exception {
    List<String> tags = inStock(20);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    // Some pupils of a class have no parent in the directory: the first who has is enough.
    Iterator<String> next = tags.iterator();
    Page form = handOver(next.next());
    while (form.locator("#parent input").count() == 1) {
      form.close();
      form = handOver(next.next());
    }
    assertThat(form.locator("#parent input").first()).isChecked();
    Locator parent = form.locator("#parent label").last();
    String name = parent.innerText();
    parent.click();
    form.locator("main form button.button").click();
    assertThat(form.getByText("C’est noté.")).isVisible();
    assertThat(form.locator("main")).containsText(name);

    String address = form.url();
    form.close();
    page().navigate(address);
    page().locator("a[href$='/remise']").click();
    assertThat(page().locator("#parent input").last()).isChecked();
    fitsAndIsAccessible("hand-over");
  }

  @Test
  void a_family_keeps_the_proof_that_a_device_is_back_and_signs_it() throws Exception {
    String tag = value("select d.asset_tag" + LENT_UNDER_AGREEMENT, AGENT);
    String pupil =
        value("select concat(p.given_name, ' ', p.family_name)" + LENT_UNDER_AGREEMENT, AGENT);
    String parent =
        value("select concat(g.given_name, ' ', g.family_name)" + LENT_UNDER_AGREEMENT, AGENT);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tag);

    page().context().clearCookies();
    signOn(parent, "/famille");
    page().locator("main a", new Page.LocatorOptions().setHasText(pupil)).first().click();
    assertThat(page().locator("main")).containsText("Reçu de retour");
    assertThat(page().locator("#given-back + ul")).containsText(tag);
    fitsAndIsAccessible("family-given-back");
    String proof =
        page()
            .locator("#given-back + ul li")
            .filter(new Locator.FilterOptions().setHasText(tag))
            .locator("a")
            .getAttribute("href");
    var pdf = page().request().get(page().url().replaceFirst("(https?://[^/]+).*", "$1") + proof);
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.body()).startsWith("%PDF".getBytes());
    Files.write(Path.of("target", "screenshots", "return-receipt.pdf"), pdf.body());

    page().getByText("Lire et signer le reçu").first().click();
    assertThat(page().locator("#signature")).containsText(tag);
    page().locator("#signature button").click();
    assertThat(page().locator(".errors, [role=alert]").first()).isVisible();
    page().locator("#accord").check();
    fitsAndIsAccessible("family-receipt");
    page().locator("#signature button").click();
    assertThat(page().getByText(Pattern.compile("Le reçu est signé"))).isVisible();
    assertThat(page().getByText("Lire et signer le reçu")).hasCount(0);
  }
}
