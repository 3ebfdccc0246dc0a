package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A theft declared from a phone, one question a page; then the school reads the police report. */
class OwnDeclarationBrowserIT extends BrowserTest {

  private static final byte[] REPORT =
      ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
              + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
              + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
              + "trailer<</Root 1 0 R>>\n%%EOF\n")
          .getBytes(StandardCharsets.US_ASCII);

  private static String pupil() throws SQLException {
    PortalPupil.VICTOIRE.withDevice();
    return PortalPupil.VICTOIRE.fullName();
  }

  private Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void next() {
    button("Continuer").click();
  }

  private void asks(String question) {
    assertThat(page().locator("h1")).hasText(question);
    assertThat(new AxeBuilder(page()).analyze().getViolations())
        .extracting(Rule::getId)
        .as(question)
        .isEmpty();
    assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
        .as(question)
        .isLessThanOrEqualTo(390);
    screenshot("declaration-" + question);
  }

  @Test
  void a_theft_is_told_question_by_question_and_nothing_typed_is_lost() throws Exception {
    width(390);
    signOn(pupil(), "/famille/materiels/declarer");
    asks("Que s'est-il passé ?".replace('\'', '’'));
    next();
    assertThat(page().locator("#kind-error")).isVisible();
    page().locator("input[value=THEFT]").check();
    next();
    asks("Quel jour est-ce arrivé ?");
    page().locator("#happenedOn").fill(LocalDate.now().plusDays(9).toString());
    next();
    assertThat(page().locator("#happenedOn-error")).isVisible();
    page().locator("#happenedOn").fill(LocalDate.now().minusDays(1).toString());
    next();
    asks("Où est-ce arrivé ?");
    page().locator("#place").fill("Gare, quai 2");
    next();
    asks("Comment est-ce arrivé ?");
    page().locator("#story").fill("Mon sac a été pris.");
    button("Question précédente").click();
    assertThat(page().locator("#place")).hasValue("Gare, quai 2");
    next();
    assertThat(page().locator("#story")).hasValue("Mon sac a été pris.");
    next();
    asks("Avez-vous déposé plainte ?");
    page().locator("#policeReport").fill("2026/001234");
    page()
        .locator("#file")
        .setInputFiles(file("plainte.pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
    next();
    assertThat(page().locator("#file-error")).isVisible();
    assertThat(page().locator("#policeReport")).hasValue("2026/001234");
    page().locator("#policeReportOn").fill(LocalDate.now().toString());
    page().locator("#file").setInputFiles(file("plainte.pdf", REPORT));
    next();
    asks("Voulez-vous ajouter des photos ?");
    next();
    asks("Vérifiez avant d'envoyer".replace('\'', '’'));
    assertThat(page().locator("main")).containsText("depot-de-plainte-1.pdf");
    page().getByText("Modifier Lieu").click();
    page().locator("#place").fill("Gare, quai 3");
    next();
    assertThat(page().locator("main")).containsText("Gare, quai 3");
    width(1280);
    screenshot("declaration-summary-1280");
    width(390);
    button("Envoyer la déclaration").click();
    assertThat(page().getByText(Pattern.compile("est envoyée à l.établissement"))).isVisible();
    asks(page().locator("h1").textContent());
    String incident = page().url().replaceAll(".*/", "");

    page().context().clearCookies();
    width(1280);
    signOn("Marc Oberlin", "/sinistres/" + incident);
    assertThat(page().locator("main")).containsText("Gare, quai 3");
    Download pdf =
        page()
            .waitForDownload(() -> page().getByText(Pattern.compile("depot-de-plainte-1")).click());
    assertThat(Files.readAllBytes(pdf.path())).isEqualTo(REPORT);
    page().locator("#incident-file").setInputFiles(file("autre.pdf", REPORT));
    button("Ajouter le fichier").click();
    assertThat(page().getByText("Le fichier est ajouté.")).isVisible();
    assertThat(new AxeBuilder(page()).analyze().getViolations()).extracting(Rule::getId).isEmpty();
    screenshot("incident-files-1280");
    Officials.change(
        "update incident set state = 'CANCELLED', closed_at = utc_timestamp(6), closing ="
            + " 'MISTAKE' where public_id = ?",
        incident);
  }

  @Test
  void it_works_without_javascript() throws SQLException {
    try (BrowserContext plain =
        SharedChromium.browser()
            .newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("fr-FR"))) {
      Page window = plain.newPage();
      window.navigate(
          address()
              + fr.gestmat.demo.territory.SampleTerritory.ENTRANCE
              + "?suite=/famille/materiels/declarer");
      window
          .locator("button.person", new Page.LocatorOptions().setHasText(pupil()))
          .first()
          .click();
      window.locator("input[value=LOSS]").check();
      window.getByText("Continuer", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(window.locator("h1")).hasText("Quel jour est-ce arrivé ?");
      window.getByText("Question précédente").click();
      assertThat(window.locator("input[value=LOSS]")).isChecked();
    }
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/pdf", content);
  }
}
