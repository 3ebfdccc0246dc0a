package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists taken away as workbooks, by the button that people press. */
class SpreadsheetBrowserIT extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"/materiels", "/prets", "/reparations"})
  void theWorkbookHasEveryLineOfTheList(String list) throws IOException {
    signOn("Marc Oberlin", list);
    int lines = Integer.parseInt(page().locator("h1 + p").innerText().split("\\s", 2)[0]);

    try (InputStream file = download(Pattern.compile("Ouvrir dans le tableur")).createReadStream();
        Workbook workbook = new XSSFWorkbook(file)) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(lines);
    }
  }

  @Test
  void theSameListAsText() throws IOException {
    signOn("Marc Oberlin", "/materiels?etat=TO_CHECK");
    int lines = page().locator("tbody tr").count();

    try (InputStream file = download(Pattern.compile("Exporter en CSV")).createReadStream()) {
      assertThat(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
          .hasSize(lines + 1);
    }
  }

  @Test
  void theWorkbookOfRepairsHoldsTheSchoolThatTheListShows() throws IOException, SQLException {
    String uai =
        Officials.text(
            "select s.uai from repair r join school s on s.id = r.school_id where r.returned_at is"
                + " null and s.authority_id = (select min(id) from local_authority) order by r.id"
                + " limit 1");
    String school = Officials.text("select name from school where uai = ?", uai);
    signOnHere(Role.REGION_MANAGER, "/reparations");
    page().locator("#etablissement").selectOption(uai);
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chercher").setExact(true))
        .click();
    page().waitForURL("**/reparations?etablissement=" + uai);
    assertThat(page().locator("#etablissement").inputValue()).isEqualTo(uai);
    assertThat(page().locator("tbody td[data-label=Établissement]").allInnerTexts())
        .isNotEmpty()
        .containsOnly(school);
    int lines = Integer.parseInt(page().locator("h1 + p").innerText().split("\\s", 2)[0]);

    try (InputStream file = download(Pattern.compile("Ouvrir dans le tableur")).createReadStream();
        Workbook workbook = new XSSFWorkbook(file)) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(lines);
      for (int row = 1; row <= lines; row++) {
        assertThat(sheet.getRow(row).getCell(3).getStringCellValue()).isEqualTo(uai);
      }
    }
  }

  private Download download(Pattern button) {
    return page()
        .waitForDownload(
            () -> page().getByText(button, new Page.GetByTextOptions()).first().click());
  }
}
