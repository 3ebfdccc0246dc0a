package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.gestmat.demo.territory.SampleTerritory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A day without network at two desks whose clocks are an hour apart. */
class OfflineDeskBrowserIT extends CounterTest {

  private static final double PATIENCE = 40_000;

  /** A desk of another test would be waited for. */
  @BeforeEach
  void forgetDesks() throws SQLException {
    try (Connection connection = database();
        PreparedStatement all = connection.prepareStatement("delete from offline_desk")) {
      all.executeUpdate();
    }
  }

  @Test
  @DisplayName(
      "L087 L088 L089 L090 two desks without network are replayed in the order of what happened")
  void two_desks_without_network() throws Exception {
    List<String> tags = onLoan(3);
    String returned = tags.get(0);
    String changedMeanwhile = tags.get(1);
    BrowserContext other =
        SharedChromium.browser().newContext(new Browser.NewContextOptions().setLocale("fr-FR"));
    BrowserContext third =
        SharedChromium.browser().newContext(new Browser.NewContextOptions().setLocale("fr-FR"));
    try {
      Desk first = new Desk(page(), AGENT, 1);
      Desk second = new Desk(other.newPage(), COLLEAGUE, 0);
      first.prepare();
      second.prepare();

      // The network goes. The first desk even starts again without it.
      first.cut();
      second.cut();
      first.page.reload();
      first.ready();
      assertThat(first.page.locator("#counter[data-kept=yes]")).hasCount(1);
      assertThat(first.page.locator("#notice-unreachable")).containsText("provisoire");
      second.scan(returned);
      assertThat(second.panel()).containsText("Noté");
      assertThat(second.panel()).containsText("Provisoire");
      second.scan(returned);
      assertThat(second.panel()).containsText("déjà dans la liste");
      assertThat(second.tones()).isEqualTo("196");
      second.scan("INCONNU-42");
      assertThat(second.panel()).containsText("pas dans la liste");

      first
          .page
          .locator("input[name=mode][value=CHECK_OUT]")
          .check(new Locator.CheckOptions().setForce(true));
      first.type("eleve.inconnu");
      assertThat(first.page.locator("#panel")).containsText("eleve.inconnu");
      first
          .page
          .locator("input[name=mode][value=CHECK_IN]")
          .check(new Locator.CheckOptions().setForce(true));
      first.scan(changedMeanwhile);
      first.scan(tags.get(2));
      assertThat(first.lines().locator(".tag.waiting")).hasCount(2);
      assertThat(stateOf(returned)).isEqualTo("ON_LOAN");

      // Somebody with a network is faster with one of the devices.
      Desk online = new Desk(third.newPage(), COLLEAGUE, 0);
      online.open();
      online.scan(changedMeanwhile);
      assertThat(online.panel()).containsText("Rendu");

      first.restore();
      first.page.evaluate("() => window.dispatchEvent(new Event('online'))");
      assertThat(first.page.locator("#notice-replay")).containsText(COLLEAGUE, within());
      assertThat(stateOf(tags.get(2))).as("it waits for the other desk").isEqualTo("ON_LOAN");

      second.restore();
      second.page.evaluate("() => window.dispatchEvent(new Event('online'))");
      assertThat(first.page.locator("#notice-replay"))
          .containsText("Enregistrées : 1. Refusées : 0. Ignorées : 1.", within());
      assertThat(second.page.locator("#notice-replay")).containsText("Enregistrées : 1.", within());
      assertThat(stateOf(returned)).isEqualTo("IN_STOCK");
      assertThat(stateOf(tags.get(2))).isEqualTo("IN_STOCK");
      assertThat(journalOf(changedMeanwhile))
          .endsWith("RETURNED")
          .doesNotContain("RETURNED RETURNED");

      // What was skipped stands on the page of the session, with what to do.
      first.page.locator("#end").click();
      Locator left = first.page.locator("section[aria-labelledby=left-over]");
      assertThat(left).containsText(changedMeanwhile);
      assertThat(left).containsText("Ignorée");
      assertThat(left).containsText("Ouvrez la fiche");
      first.page.navigate(address() + "/comptoir/rejeux");
      first.page.locator("td .tag, th a").first().waitFor();
      first.page.locator("tbody th a").first().click();
      assertThat(first.page.locator("h1")).containsText("Rejeu du");
      assertThat(first.page.locator("tbody")).containsText(changedMeanwhile);
      assertThat(first.page.locator("tbody")).containsText("INCONNU-42");
      assertThat(first.page.locator("tbody")).not().containsText(tags.get(2));
    } finally {
      other.close();
      third.close();
    }
  }

  @Test
  void the_list_is_unreadable_without_its_session_and_goes_by_the_button() throws Exception {
    String tag = onLoan(1).get(0);
    Officials.change("delete from offline_desk");
    Desk desk = new Desk(page(), AGENT, 0);
    desk.prepare();
    String kept =
        (String)
            page()
                .evaluate(
                    """
                    async () => {
                      const db = await new Promise((done) => {
                        const open = indexedDB.open('gestmat-offline');
                        open.onsuccess = () => done(open.result);
                      });
                      const all = (name) => new Promise((done) => {
                        const read = db.transaction(name).objectStore(name).getAll();
                        read.onsuccess = () => done(read.result);
                      });
                      const [list] = await all('lists');
                      const [key] = await all('keys');
                      db.close();
                      const text = new TextDecoder().decode(list.data);
                      return [text.includes('devices'), key.extractable, key.algorithm.name].join(' ');
                    }
                    """);
    assertThat(kept).isEqualTo("false false HKDF");

    desk.cut();
    page().evaluate("() => sessionStorage.clear()");
    page().reload();
    desk.ready();
    assertThat(page().locator("#offline-state")).containsText("ne se lit plus");
    desk.scan(tag);
    assertThat(panel()).containsText("pas dans la liste");

    desk.restore();
    page().evaluate("() => window.dispatchEvent(new Event('online'))");
    assertThat(page().locator("#notice-replay")).containsText("Enregistrées : 1.", within());
    assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
    page().reload();
    desk.ready();
    assertThat(page().locator("#counter[data-kept=no]")).hasCount(1);
    // The service is told last: by then nothing is left here.
    page()
        .waitForResponse(
            answer -> answer.url().endsWith("/api/v1/offline/left"),
            () -> page().locator("#offline-wipe").click());
    assertThat(page().locator("#offline-state")).containsText("pas préparé");
    assertThat(value("select count(*) from offline_desk")).isEqualTo("0");
    assertThat(
            page()
                .evaluate(
                    "async () => (await (await caches.open('gestmat-counter')).keys())"
                        + ".some((r) => r.url.endsWith('/comptoir/poste'))"))
        .isEqualTo(false);
  }

  private static LocatorAssertions.ContainsTextOptions within() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }

  /** An agent's browser whose clock is so many hours ahead. */
  private final class Desk {
    final Page page;
    private final String agent;
    private final int ahead;
    private Wedge scanner;

    Desk(Page page, String agent, int ahead) {
      this.page = page;
      this.agent = agent;
      this.ahead = ahead;
    }

    void prepare() {
      page.clock()
          .install(
              new Clock.InstallOptions()
                  .setTime(Date.from(Instant.now().plus(ahead, ChronoUnit.HOURS))));
      page.addInitScript(LISTEN);
      open();
      page.locator("#offline-take").click();
      assertThat(page.locator("#offline-state"))
          .containsText("Ce poste peut continuer sans réseau", within());
    }

    void open() {
      page.navigate(
          address()
              + SampleTerritory.ENTRANCE
              + "?suite="
              + URLEncoder.encode("/comptoir?mode=retour", StandardCharsets.UTF_8));
      page.locator("button.person", new Page.LocatorOptions().setHasText(agent)).first().click();
      ready();
    }

    void ready() {
      page.locator("#counter.ready").waitFor();
      if (scanner != null) {
        scanner.close();
      }
      scanner = new Wedge(page);
    }

    void cut() {
      page.context().setOffline(true);
      page.evaluate("() => window.dispatchEvent(new Event('offline'))");
      assertThat(page.locator("#notice-unreachable")).isVisible();
    }

    void restore() {
      page.context().setOffline(false);
    }

    void scan(String code) {
      page.bringToFront();
      scanner.scan(code);
    }

    void type(String text) {
      page.locator("#code").fill(text);
      page.locator("#code").press("Enter");
    }

    Locator panel() {
      return page.locator("#panel");
    }

    Locator lines() {
      return page.locator("#lines tr");
    }

    /** The last tone that was heard. */
    String tones() {
      return (String) page.evaluate("() => String(tones.at(-1))");
    }
  }
}
