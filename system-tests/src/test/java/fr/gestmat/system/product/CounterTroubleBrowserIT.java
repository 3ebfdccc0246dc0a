package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.gestmat.demo.territory.SampleTerritory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong between a desk and the service costs no scan, and nobody's name. */
class CounterTroubleBrowserIT extends CounterTest {

  @Test
  @DisplayName("L084 fast scans go out one by one, in order, although the service is slow")
  void l084_one_by_one_in_order() throws Exception {
    List<String> tags = onLoan(4);
    openCounter(AGENT, "/comptoir?mode=retour");
    List<Route> held = new ArrayList<>();
    page().route(SCANS, held::add);
    tags.forEach(wedge::scan);
    assertThat(lines().locator(".tag.waiting")).hasCount(4);
    assertThat(page().locator("#undo")).isDisabled();

    for (int i = 0; i < 4; i++) {
      int next = i + 1;
      page().waitForCondition(() -> held.size() == next);
      assertThat(held.get(i).request().postData()).contains(tags.get(i));
      held.get(i).resume();
    }
    assertThat(lines().locator(".tag.ok")).hasCount(4);
  }

  @ParameterizedTest
  @CsvSource({
    "429, application/problem+json, unreachable",
    "502, text/html, unreachable",
    "503, text/html, unreachable",
    "404, text/html, unreachable",
    "401, application/problem+json, signedOut",
  })
  @DisplayName(
      "L085 whatever answers in place of the service, the scan waits and then goes out once")
  void l085_waits(int status, String type, String notice) throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page()
        .route(
            "**/api/v1/**",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setContentType(type)
                        .setBody(type.startsWith("text") ? "<h1>Not here</h1>" : "{}")));
    wedge.scan(tag);
    assertThat(page().locator("#notice-" + notice)).containsText("1 scan");
    assertThat(lines().locator(".tag.waiting")).hasCount(1);
    assertThat(stateOf(tag)).isEqualTo("ON_LOAN");

    page().unroute("**/api/v1/**");
    assertThat(lines().locator(".tag.ok")).hasCount(1);
    assertThat(page().locator("#notice-" + notice)).hasCount(0);
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
    assertThat(journalOf(tag)).endsWith("RETURNED").doesNotContain("RETURNED RETURNED");
  }

  @Test
  @DisplayName("L085 an answer that is lost on its way is asked for again and is one return")
  void l085_a_lost_answer() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page()
        .route(
            SCANS,
            route -> {
              route.fetch();
              route.abort("connectionreset");
            });
    wedge.scan(tag);
    assertThat(page().locator("#notice-unreachable")).isVisible();
    assertThat(stateOf(tag)).as("recorded, but the desk does not know").isEqualTo("IN_STOCK");

    page().unroute(SCANS);
    assertThat(lines().locator(".tag.ok")).hasCount(1);
    assertThat(panel()).containsText("Rendu");
    assertThat(journalOf(tag)).endsWith("RETURNED").doesNotContain("RETURNED RETURNED");
  }

  @Test
  @DisplayName("L085 a scan that keeps failing alarms once and leaves the last scan in sight")
  void l085_a_failing_scan_does_not_take_the_screen() throws Exception {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=retour");
    AtomicInteger failures = new AtomicInteger();
    page()
        .route(
            SCANS,
            route -> {
              if (route.request().postData().contains(tags.get(0))) {
                failures.incrementAndGet();
                route.fulfill(new Route.FulfillOptions().setStatus(500));
              } else {
                route.resume();
              }
            });
    wedge.scan(tags.get(0));
    assertThat(panel()).hasClass(Pattern.compile("refused"));
    takeBack(tags.get(1));
    int before = failures.get();
    page().evaluate("() => window.dispatchEvent(new Event('online'))");

    page().waitForCondition(() -> failures.get() > before);
    assertThat(panel()).containsText(tags.get(1));
    assertThat(tones()).isEqualTo("196 1320");
  }

  @Test
  @DisplayName("L085 an expired session: signed on again in another window, with a fresh token")
  void l085_an_expired_session() throws Exception {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().context().clearCookies();
    tags.forEach(wedge::scan);
    assertThat(page().locator("#notice-signedOut")).containsText("2 scans de " + AGENT);

    Page window = page().waitForPopup(() -> page().locator("#notice-signedOut a").click());
    window.locator("a.button[href*='/connexion/ent/ent-marches']").click();
    window.locator("button.person", new Page.LocatorOptions().setHasText(AGENT)).first().click();

    assertThat(lines().locator(".tag.ok")).hasCount(2);
    assertThat(page().locator("#notice-signedOut")).hasCount(0);
    for (String tag : tags) {
      assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
    }
  }

  @Test
  @DisplayName(
      "another agent who signs on in the same browser never sends what the first one scans")
  void another_agent_in_the_same_browser() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    Page second = page().context().newPage();
    page().context().clearCookies();
    second.navigate(address() + SampleTerritory.ENTRANCE + "?suite=/");
    second
        .locator("button.person", new Page.LocatorOptions().setHasText(COLLEAGUE))
        .first()
        .click();
    second.locator("h1").first().waitFor();
    page().bringToFront();

    wedge.scan(tag);

    assertThat(page().locator("#notice-otherAgent")).containsText(AGENT);
    assertThat(lines().locator(".tag.waiting")).hasCount(1);
    assertThat(stateOf(tag)).isEqualTo("ON_LOAN");
  }

  @Test
  void undoing_never_takes_the_scan_before_one_that_is_on_its_way() throws Exception {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tags.get(0));
    page().route(SCANS, route -> {});
    wedge.scan(tags.get(1));
    assertThat(lines().locator(".tag.waiting")).hasCount(1);

    page().locator("#undo").click();

    assertThat(page().locator("#notice-undo")).containsText("pas encore de réponse");
    assertThat(stateOf(tags.get(0))).isEqualTo("IN_STOCK");
  }

  @Test
  void a_reload_keeps_the_class_and_who_waits_for_an_answer() throws Exception {
    String tag = inStock(1).get(0);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    Locator called = page().locator(".pupil[aria-current] span").first();
    String first = called.innerText();
    page().route(SCANS, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    wedge.scan(tag);
    assertThat(called).not().hasText(first);
    String second = called.innerText();

    page().reload();
    ready();

    assertThat(called).hasText(second);
    page().unroute(SCANS);
    assertThat(page().locator(".pupil.served").filter(new Locator.FilterOptions().setHasText(tag)))
        .containsText(first);
  }

  /** June: hundreds of scans with a cut of the network and a reload on the way. */
  @Test
  void an_afternoon_of_scans_loses_none_doubles_none_and_keeps_the_order() throws Exception {
    List<String> tags = inStock(60);
    List<String> scanned = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      scanned.addAll(tags);
    }
    long before = Long.parseLong(value("select count(*) from scan"));
    openCounter(AGENT, "/comptoir?mode=retour");
    scanned.subList(0, 130).forEach(wedge::scan);
    page().context().setOffline(true);
    scanned.subList(130, 190).forEach(wedge::scan);
    assertThat(page().locator("#notice-unreachable")).isVisible();
    page().context().setOffline(false);
    page().reload();
    ready();
    scanned.subList(190, 300).forEach(wedge::scan);

    assertThat(page().locator("#summary")).containsText("300 à regarder");
    assertThat(page().locator("#summary")).not().containsText("en attente");
    assertThat(lines()).hasCount(60);
    assertThat(Long.parseLong(value("select count(*) from scan")) - before).isEqualTo(300);
    assertThat(
            value(
                "select group_concat(asset_tag order by recorded_at, scan_id separator ' ') from"
                    + " (select d.asset_tag, c.recorded_at, c.scan_id from scan c join device d on"
                    + " d.id = c.device_id order by c.recorded_at desc limit 300) last"))
        .isEqualTo(String.join(" ", scanned));
  }
}
