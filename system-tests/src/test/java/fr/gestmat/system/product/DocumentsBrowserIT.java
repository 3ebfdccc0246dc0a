package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A parent sends documents from a phone: what goes wrong is said, what was sent is checked. */
class DocumentsBrowserIT extends BrowserTest {

  /** The guardian with most children, who is in the simulated ENT. */
  private static final String GUARDIAN =
      "from guardian g join guardianship h on h.guardian_id = g.id where g.source = 'AAF'"
          + " group by g.id order by count(*) desc, g.id limit 1";

  private static byte[] photo() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static String application() throws SQLException {
    String guardian = Officials.text("select g.id " + GUARDIAN);
    String authority = Officials.text("select authority_id from guardian where id = " + guardian);
    // The sample région lends only.
    Officials.change("update local_authority set runs_meal_aid = true where id = " + authority);
    String campaign = Officials.text("select nextval(aid_campaign_seq)");
    Officials.change(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year) values ("
            + campaign
            + ", uuid(), "
            + authority
            + ", 'Justificatifs', 2026, '2026-06-01', '2026-10-15', '2027-03-31', 2025)");
    for (String kind : new String[] {"TAX_NOTICE", "FAMILY_RECORD"}) {
      Officials.change(
          "insert into aid_document_demand (campaign_id, situation, kind, mandatory) values ("
              + campaign
              + ", 'EVERYBODY', '"
              + kind
              + "', true)");
    }
    String id = UUID.randomUUID().toString();
    Officials.change(
        "insert into aid_application (id, public_id, authority_id, campaign_id,"
            + " child_family_name, child_given_name, child_key, state, origin,"
            + " applicant_guardian_id, applicant_name, created_at, changed_at, changed_by)"
            + " values (nextval(aid_application_seq), '"
            + id
            + "', "
            + authority
            + ", "
            + campaign
            + ", 'Essai', 'Ada', 'ADA', 'DRAFT', 'FAMILY', "
            + guardian
            + ", 'Essai', utc_timestamp(6), utc_timestamp(6), 'Essai')");
    return id;
  }

  private Locator section(String title) {
    return page().locator("section.card").filter(new Locator.FilterOptions().setHasText(title));
  }

  private void choose(String title, String name, String type, byte[] content) {
    section(title).locator("input[type=file]").setInputFiles(new FilePayload(name, type, content));
  }

  private void looksRight(String picture) {
    assertThat(new AxeBuilder(page()).analyze().getViolations())
        .extracting(Rule::getId)
        .as(picture)
        .isEmpty();
    screenshot("documents-" + picture);
  }

  @Test
  @DisplayName("M-G01 M-G02 M-G05 from a phone: refused with a reason, sent, checked, opened")
  void from_a_phone() throws Exception {
    String application = application();
    String guardian = Officials.text("select concat(g.given_name, ' ', g.family_name) " + GUARDIAN);
    width(390);
    signOn(guardian, "/justificatifs/" + application);
    assertThat(page().locator("h1")).hasText("Vos justificatifs");
    assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    looksRight("empty-390");

    String family = "Livret de famille";
    choose(family, "livret.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(page().locator(".notice.refused")).containsText("ni un PDF ni une photo");
    looksRight("refused-390");

    choose(family, "livret.jpg", "image/jpeg", photo());
    Locator line = section(family).locator(".documents li");
    assertThat(line).containsText("livret.jpg");
    assertThat(line.getByText("Vérifié", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    String notice = "Avis d’impôt sur le revenu";
    choose(notice, "avis.jpg", "image/jpeg", photo());
    assertThat(section(notice)).containsText("Ce n’est pas grave");
    assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    looksRight("sent-390");
    width(1280);
    looksRight("sent-1280");

    String address = address() + line.locator("a").getAttribute("href");
    APIResponse opened = page().context().request().get(address);
    assertThat(opened.headers().get("content-type")).startsWith("image/jpeg");
    assertThat(opened.headers().get("cache-control")).contains("no-store");
    assertThat(opened.body()).isEqualTo(photo());
    try (BrowserContext anonymous = page().context().browser().newContext()) {
      assertThat(anonymous.request().get(opened.url()).headers().get("content-type"))
          .doesNotContain("image");
    }
    page().context().clearCookies();
    signOn("Marc Oberlin", "/justificatifs/" + application);
    assertThat(page().context().request().get(opened.url()).status()).isEqualTo(404);
    assertThat(page().context().request().get(address).status()).isEqualTo(404);
    assertThat(page().context().request().get(page().url()).status()).isEqualTo(404);
  }
}
