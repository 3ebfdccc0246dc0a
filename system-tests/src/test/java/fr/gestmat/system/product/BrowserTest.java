package fr.gestmat.system.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import fr.gestmat.demo.territory.SampleTerritory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Base of tests that use the product as people do: in the system's Chromium, shared by all classes.
 * Each test has a window of its own without cookies, 1280 pixels wide until it asks for a phone. A
 * failed test leaves a picture of its window in {@code target/screenshots}.
 */
@ExtendWith(SharedChromium.class)
public abstract class BrowserTest extends HttpTest {

  private static final int HEIGHT = 900;

  private BrowserContext context;
  private Page page;

  @RegisterExtension
  private final AfterTestExecutionCallback picture =
      test -> {
        if (test.getExecutionException().isPresent()) {
          screenshot(test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName());
        }
      };

  @BeforeEach
  void openWindow() {
    context =
        SharedChromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale("fr-FR")
                    // Pages are judged at rest: colours that still change have no contrast.
                    .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    width(1280);
  }

  @AfterEach
  void closeWindow() {
    context.close();
  }

  /** The test's window. */
  protected Page page() {
    return page;
  }

  /** Makes the window so many pixels wide: 390 for a phone. */
  protected void width(int pixels) {
    page.setViewportSize(pixels, HEIGHT);
  }

  /** Opens a page of the product. */
  protected void open(String path) {
    page.navigate(address() + path);
  }

  /** Signs a sample person on through the ENT, on the way to a page. */
  protected void signOn(String fullName, String path) {
    open(SampleTerritory.ENTRANCE + "?suite=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    page.locator("button.person", new Page.LocatorOptions().setHasText(fullName))
        .first()
        .click(new Locator.ClickOptions());
  }

  /** Keeps a picture of the whole page in {@code target/screenshots}. */
  protected void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                Path.of(
                    "target", "screenshots", name.replaceAll("[^A-Za-z0-9_-]+", "_") + ".png")));
  }
}
