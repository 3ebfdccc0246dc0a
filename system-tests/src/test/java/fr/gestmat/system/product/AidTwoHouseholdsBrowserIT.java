package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** M-F20: a child who lives with both parents in turn, as officer and applicant see it. */
class AidTwoHouseholdsBrowserIT extends BrowserTest {

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  /** An application for a child of two households, of which the campaign counts both. */
  private static String alternating(SarneAid sarne, String child) throws SQLException {
    String id = sarne.submitted(child);
    Officials.change(
        "update aid_application set submitted = '{\"household\":{},\"child\":{\"custody\":"
            + "\"ALTERNATING\"}}' where public_id = ?",
        id);
    Officials.change(
        "update aid_campaign c join aid_application a on a.campaign_id = c.id set"
            + " c.two_households = 'HALF_EACH' where a.public_id = ?",
        id);
    Officials.change(
        "insert into aid_contributor (id, application_id, kind, name, created_at) select next"
            + " value for aid_contributor_seq, id, 'SEPARATED', 'Paul Carlier', utc_timestamp(6)"
            + " from aid_application where public_id = ?",
        id);
    return id;
  }

  @Test
  @DisplayName("M-F20, M-F21 an officer decides with both households, or says why with one")
  void both_households() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = alternating(sarne, "Inès");
    String noe = alternating(sarne, "Noé");
    sarne.scale(400);

    signOnHere(sarne.officer, SarneAid.PASSWORD, "/dossiers/" + ines);
    assertThat(page().getByText("Cette campagne compte les deux foyers.")).isVisible();
    assertThat(page().getByText("la moitié de ce que le barème donne à chacun")).isVisible();
    fitsAndIsAccessible("aid-two-households-open");
    button("Accorder l’aide");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("L’autre parent n’a pas donné");
    fitsAndIsAccessible("aid-two-households-refused");

    page().getByText("Établir un chiffre").click();
    page().locator("#figure").selectOption("SECOND_FAMILY_QUOTIENT");
    page().locator("#figureValue").fill("380");
    page()
        .locator("#figureMonth")
        .fill(
            DateTimeFormatter.ofPattern("MM/uuuu")
                .format(YearMonth.now(ZoneId.of("Europe/Paris")).minusMonths(1)));
    page().locator("#figureReadOn").selectOption("DESK");
    page().locator("#figureNote").fill("Attestation du père présentée ce matin");
    button("Établir ce chiffre");
    assertThat(page().getByText("Quotient familial (CAF ou MSA) du second foyer").first())
        .isVisible();
    assertThat(page().getByText("75 % du prix du repas").first()).isVisible();
    assertThat(page().getByText("Cette campagne compte les deux foyers.")).hasCount(0);
    fitsAndIsAccessible("aid-two-households");
    button("Accorder l’aide");
    assertThat(page().getByText("L’aide est accordée.").first()).isVisible();
    letterSays("Garde alternée", "75 %");

    open("/dossiers/" + noe);
    Locator motive = page().locator("#motive-SECOND_HOUSEHOLD");
    motive.fill("Père parti sans laisser d’adresse");
    motive.press("Enter");
    assertThat(motive).hasValue("Père parti sans laisser d’adresse\n");
    button("Accorder l’aide");
    assertThat(page().getByText("L’aide est accordée.").first()).isVisible();
    assertThat(page().getByText("Père parti sans laisser d’adresse").first()).isVisible();
    fitsAndIsAccessible("aid-two-households-alone");

    signOnHere(sarne.parent, SarneAid.PASSWORD, "/");
    open("/aide/dossiers/" + ines);
    assertThat(page().getByText("la moitié de ce que le barème donne à chacun")).isVisible();
    assertThat(page().getByText("380")).hasCount(0);
    fitsAndIsAccessible("aid-two-households-family");
  }

  private void letterSays(String... words) throws Exception {
    reloadUntil("Ouvrir le courrier");
    String letter = page().getByText("Ouvrir le courrier").first().getAttribute("href");
    byte[] pdf = page().request().get(address() + letter).body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Assertions.assertThat(new PDFTextStripper().getText(document)).contains(words);
    }
  }
}
