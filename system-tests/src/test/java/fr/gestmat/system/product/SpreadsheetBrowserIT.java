package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists taken away as workbooks, by the button that people press. */
class SpreadsheetBrowserIT extends BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"/materiels", "/prets"})
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

  private Download download(Pattern button) {
    return page()
        .waitForDownload(
            () -> page().getByText(button, new Page.GetByTextOptions()).first().click());
  }
}
