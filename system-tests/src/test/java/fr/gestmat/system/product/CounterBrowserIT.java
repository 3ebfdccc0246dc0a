package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counter in the hands of an agent: September, June, odd scans, an outage, two agents. */
class CounterBrowserIT extends CounterTest {

  @Test
  void lends_ten_to_a_class_and_takes_nine_back() throws Exception {
    List<String> tags = inStock(10);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    for (String tag : tags) {
      String called = page().locator(".pupil[aria-current] span").first().innerText();
      wedge.scan(tag);
      assertThat(panel()).containsText(tag);
      assertThat(panel()).not().hasClass(Pattern.compile("refused"));
      assertThat(
              page().locator(".pupil.served").filter(new Locator.FilterOptions().setHasText(tag)))
          .containsText(called);
    }
    assertThat(page().locator("#class option:checked"))
        .containsText(": " + page().locator(".pupil.served").count() + " sur ");
    screenshot("counter-lent");

    page().locator(".modes label").first().click();
    for (String tag : tags.subList(0, 9)) {
      takeBack(tag);
    }
    screenshot("counter-returned");

    assertThat(stateOf(tags.get(8))).isEqualTo("IN_STOCK");
    assertThat(stateOf(tags.get(9))).isEqualTo("ON_LOAN");
    page().locator("#end").click();
    assertThat(page().locator(".tile").first()).containsText("10");
    assertThat(page().locator(".tile").nth(1)).containsText("9");
    Download receipt =
        page().waitForDownload(() -> page().locator("a[href^='/comptoir/seance.pdf']").click());
    assertThat(Files.readAllBytes(receipt.path())).startsWith("%PDF".getBytes());
    receipt.saveAs(Path.of("target", "screenshots", "receipt.pdf"));

    open("/comptoir");
    ready();
    takeBack(tags.get(9));
  }

  @Test
  @DisplayName("L011 L014 L033 odd scans are said by shape, word and sound, and stop nothing")
  void l011_l014_l033_odd_scans() throws SQLException {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    wedge.scan("INCONNU-42");
    assertThat(panel()).hasClass(Pattern.compile("refused"));
    assertThat(panel()).containsText("INCONNU-42");
    wedge.scan("3017620422003");
    assertThat(panel()).containsText("3017620422003");
    takeBack(tag);
    wedge.scan(tag);
    assertThat(panel()).hasClass(Pattern.compile("warning"));

    assertThat(lines()).hasCount(4);
    assertThat(tones()).isEqualTo("196 196 1320 700 700");
  }

  @Test
  void undoes_the_last_scan() throws SQLException {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tag);
    page().locator("#undo").click();
    assertThat(panel()).containsText("Annulé");
    assertThat(stateOf(tag)).isEqualTo("ON_LOAN");
    assertThat(page().locator("#undo")).isDisabled();
  }

  @Test
  @DisplayName("L084 a scan never erases what is being typed")
  void l084_keeps_what_is_being_typed() throws SQLException {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("#place").fill("Armoire B12");
    page().locator("#code").fill("à moitié tap");
    page().locator("#code").press("End");
    takeBack(tag);
    assertThat(page().locator("#code")).hasValue("à moitié tap");
    assertThat(page().locator("#place")).hasValue("Armoire B12");
    assertThat(panel()).containsText("Armoire B12");
  }

  @Test
  @DisplayName("L085 an outage, a reload and an expired session lose no scan and keep the order")
  void l085_nothing_is_lost() throws SQLException {
    List<String> tags = onLoan(3);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().route(SCANS, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    tags.forEach(wedge::scan);
    assertThat(page().locator("#notice-unreachable")).containsText("3 scans");
    assertThat(lines().locator(".tag.waiting")).hasCount(3);

    page().reload();
    ready();
    assertThat(lines().locator(".tag.waiting")).hasCount(3);

    page().unroute(SCANS);
    page().route("**/api/v1/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
    assertThat(page().locator("#notice-signedOut")).containsText("3 scans");

    page().unroute("**/api/v1/**");
    assertThat(lines().locator(".tag.ok")).hasCount(3);
    for (String tag : tags) {
      assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
    }
    assertThat(lines().locator("th").allInnerTexts())
        .as("the newest first, as they were scanned")
        .containsExactly(tags.get(2), tags.get(1), tags.get(0));
  }

  @Test
  @DisplayName("L085 a scan that the service fails on stays in red with a retry, later ones go on")
  void l085_one_failure_does_not_stop_the_others() throws SQLException {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=retour");
    page()
        .route(
            SCANS,
            route -> {
              if (route.request().postData().contains(tags.get(0))) {
                route.fulfill(new Route.FulfillOptions().setStatus(500));
              } else {
                route.resume();
              }
            });
    wedge.scan(tags.get(0));
    wedge.scan(tags.get(1));
    assertThat(lines().locator(".tag.refused")).hasCount(1);
    assertThat(lines().locator(".tag.ok")).hasCount(1);

    page().unroute(SCANS);
    lines().getByText("Réessayer").click();
    assertThat(lines().locator(".tag.ok")).hasCount(2);
  }

  @Test
  void never_sends_the_scans_of_another_agent() throws SQLException {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().route(SCANS, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    wedge.scan(tag);
    assertThat(page().locator("#notice-unreachable")).isVisible();
    page().getByText("Se déconnecter").click();
    page().unroute(SCANS);

    page().context().clearCookies();
    openCounter(COLLEAGUE, "/comptoir?mode=retour");
    assertThat(page().locator("#notices")).containsText("1 scan de " + AGENT);
    assertThat(lines()).hasCount(0);
    assertThat(stateOf(tag)).isEqualTo("ON_LOAN");

    page().context().clearCookies();
    openCounter(AGENT, "/comptoir?mode=retour");
    assertThat(lines().locator(".tag.ok")).hasCount(1);
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
  }

  @Test
  void takes_one_code_at_a_time_without_its_script() throws SQLException {
    String tag = onLoan(1).get(0);
    page().route("**/*.js", Route::abort);
    signOn(AGENT, "/comptoir?mode=retour");
    screenshot("counter-plain-empty");
    page().locator("#place").fill("Armoire n° 4 & 5");
    page().locator("#code").fill(tag);
    page().locator("#code-form button").first().click();
    assertThat(page().locator(".notice.ok")).containsText(tag);
    screenshot("counter-plain");
    page().locator("a[href^='/comptoir?mode=retour']").click();
    assertThat(page().locator("#place")).hasValue("Armoire n° 4 & 5");
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
  }

  @Test
  void hands_over_to_a_class_without_its_script() throws Exception {
    String tag = inStock(1).get(0);
    page().route("**/*.js", Route::abort);
    signOn(AGENT, "/comptoir");
    String schoolClass = page().locator("#class option").nth(1).getAttribute("value");
    open("/comptoir?mode=remise&classe=" + schoolClass);
    assertThat(page().locator("input[type=radio][name=mode][value=CHECK_OUT]")).isChecked();
    page().locator("#code").fill(tag);
    page().locator("#code-form button").first().click();
    assertThat(page().locator(".notice.refused")).containsText("Choisissez d’abord l’élève");

    page().locator("a[href^='/comptoir?mode=remise']").click();
    assertThat(page().locator("#class")).hasValue(schoolClass);
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
  }

  @Test
  void everybody_can_read_what_went_wrong() throws Exception {
    String tag = onLoan(1).get(0);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page().context().clearCookies();
      openCounter(AGENT, "/comptoir?mode=retour");
      page()
          .route("**/api/v1/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
      wedge.scan("INCONNU-" + scheme);
      page().locator("#notice-signedOut a.button").hover();
      page().locator("#code").fill(" ");
      page().locator("#code").press("Enter");
      assertThat(page().locator("#notice-empty")).isVisible();
      for (int width : new int[] {1280, 390}) {
        width(width);
        assertThat(new AxeBuilder(page()).analyze().getViolations())
            .extracting(Rule::getId)
            .isEmpty();
        screenshot("counter-trouble-" + scheme + "-" + width);
      }
      width(1280);
      page().unroute("**/api/v1/**");
      assertThat(lines().locator(".tag.waiting")).hasCount(0);
    }
    takeBack(tag);
    screenshot("counter-back");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/comptoir?mode=retour", "/comptoir?mode=remise", "/comptoir/seance"})
  void everybody_can_use_the_pages(String path) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page().context().clearCookies();
      signOn(AGENT, path);
      assertThat(page().locator("h1")).not().hasCount(0);
      for (int width : new int[] {1280, 390}) {
        width(width);
        assertThat(new AxeBuilder(page()).analyze().getViolations())
            .extracting(Rule::getId)
            .as("%s, %s, %s pixels", path, scheme, width)
            .isEmpty();
        assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
        screenshot("page-" + path + "-" + scheme + "-" + width);
      }
    }
  }
}
