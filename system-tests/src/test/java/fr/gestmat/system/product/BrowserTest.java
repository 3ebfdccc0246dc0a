package fr.gestmat.system.product;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import fr.gestmat.demo.territory.SampleTerritory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
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

  /** Signs somebody on with an account of the authority, as nobody else, and goes to a page. */
  protected void signOnHere(String login, String password, String path) {
    context.clearCookies();
    open("/connexion?suite=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    if (!page.locator("#login").isVisible()) {
      page.locator("summary").first().click();
    }
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator("#password").press("Enter");
    page.locator("#password")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Signs the sample's person who holds a role on with an account of the authority. */
  protected void signOnHere(Role role, String path) {
    SampleAccess.Login login = Officials.of(role);
    signOnHere(login.login(), login.password(), path);
  }

  /** Reloads the page until it shows what the background makes, for half a minute at most. */
  protected void reloadUntil(String text) {
    for (int i = 0; i < 60 && page.getByText(text).count() == 0; i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    PlaywrightAssertions.assertThat(page.getByText(text).first()).isVisible();
  }

  /** M-L01: on a phone and on a desk nothing to object to and nothing beside the screen. */
  protected void fitsAndIsAccessible(String name) {
    for (int pixels : new int[] {390, 1280}) {
      width(pixels);
      screenshot(name + "-" + pixels);
      Assertions.assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getId)
          .as("%s, %s pixels", name, pixels)
          .isEmpty();
      Assertions.assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
          .as("%s, %s pixels", name, pixels)
          .isLessThanOrEqualTo(pixels);
    }
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
