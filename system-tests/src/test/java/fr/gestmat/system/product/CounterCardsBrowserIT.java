package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A day of returns with a sheet of command cards and no keyboard. */
class CounterCardsBrowserIT extends CounterTest {

  @Test
  void cards_change_mode_and_grade_undo_the_last_scan_and_end_the_session() throws Exception {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=remise");
    wedge.scan("GESTMAT-UNDO");
    assertThat(page().locator("#notice-undo")).containsText("rien à annuler");

    wedge.scan("GESTMAT-CHECK-IN");
    assertThat(page().locator("input[name=mode][value=CHECK_IN]")).isChecked();
    wedge.scan("GESTMAT-GRADE-WORN");
    assertThat(page().locator("input[name=grade][value=WORN]")).isChecked();
    takeBack(tags.get(0));
    assertThat(value("select condition_grade from device where asset_tag = ?", tags.get(0)))
        .isEqualTo("WORN");

    wedge.scan("GESTMAT-UNDO");
    assertThat(page().locator("#lines tr.undone")).hasCount(1);
    assertThat(stateOf(tags.get(0))).isEqualTo("ON_LOAN");

    wedge.scan("GESTMAT-GRADE-GOOD");
    takeBack(tags.get(1));
    wedge.scan("GESTMAT-END");
    page().waitForURL(Pattern.compile(".*/comptoir/seance.*"));
    assertThat(page().locator("main")).containsText(tags.get(1));
  }

  @Test
  void an_undo_between_two_quick_scans_is_about_the_first() throws Exception {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=retour");
    wedge.scan(tags.get(0));
    wedge.scan("GESTMAT-UNDO");
    wedge.scan(tags.get(1));
    assertThat(panel()).containsText(tags.get(1));
    assertThat(panel()).hasClass(Pattern.compile("\\bok\\b"));
    assertThat(stateOf(tags.get(0))).isEqualTo("ON_LOAN");
    assertThat(stateOf(tags.get(1))).isEqualTo("IN_STOCK");
  }

  @Test
  void the_paper_is_a_link_away() throws Exception {
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("a[href='/comptoir/imprimer']").click();
    Download cards =
        page().waitForDownload(() -> page().locator("a[href='/comptoir/cartes.pdf']").click());
    assertThat(words(cards.path()))
        .contains("Annuler le dernier scan", "GESTMAT-END", "GESTMAT-GRADE-INCOMPLETE");
    String schoolClass = page().locator("a[href$='/feuille.pdf']").first().innerText();
    Download sheet =
        page().waitForDownload(() -> page().locator("a[href$='/feuille.pdf']").first().click());
    assertThat(words(sheet.path())).contains("Classe " + schoolClass.split("\\p{Z}*:", 2)[0]);
    screenshot("counter-papers");
  }

  private static String words(Path file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
