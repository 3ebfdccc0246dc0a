package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first page that anybody sees. */
class HomeBrowserIT extends BrowserTest {

  @Test
  void saysWhatTheServiceIs() {
    open("/");

    assertThat(page().locator("h1")).isVisible();
  }

  @Test
  void leadsFromACountToAsManyLines() {
    signOn("Marc Oberlin", "/");
    Locator late = page().getByText(Pattern.compile("prêts? auraient dû|prêt aurait dû"));
    String count = late.innerText().split("\\s", 2)[0];
    late.click();

    String said = count.equals("1") ? "Un" : count;
    assertThat(page().locator("h1 + p")).hasText(Pattern.compile("^" + said + "\\s.*"));
    assertThat(page().locator("tbody tr")).hasCount(Integer.parseInt(count));
  }
}
