package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A year of lending as a lycée lives it, on the sample territory: agreements, the hand-over of a
 * class, a signature on a phone, the return day with its board, a damaged laptop, and the report.
 */
class LendingYearBrowserIT extends CounterTest {

  private static final String MANAGER = "Marc Oberlin";
  private static final String PUPIL =
      "select concat(p.given_name, ' ', p.family_name) from pupil p join school s on s.id ="
          + " p.school_id join role_grant g on g.school_id = s.id join account a on a.id ="
          + " g.account_id where a.display_name = ? and p.status = 'ACTIVE' and p.source = 'AAF'"
          + " and not exists (select 1 from loan l where l.pupil_id = p.id and l.state <> 'CLOSED')"
          + " order by p.id limit 1";
  private static final String CLASS =
      "select c.name from pupil p join school_class c on c.id = p.class_id where"
          + " concat(p.given_name, ' ', p.family_name) = ?";

  private Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Locator link(String name) {
    return page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private void arrive(String who, String path) {
    page().context().clearCookies();
    signOn(who, path);
  }

  @Test
  void a_year_from_the_agreement_to_the_report_of_the_return_day() throws Exception {
    String pupil = value(PUPIL, AGENT);
    String schoolClass = value(CLASS, pupil);
    List<String> tags = inStock(3);

    theManagerWritesTheAgreementsOf(schoolClass);
    theAgentHandsOut(schoolClass, pupil, tags);
    thePupilSignsOnAPhone(pupil, tags.get(0));
    String board = theManagerCallsTheLycee();
    theAgentTakesBack(tags);
    theBoardShowsTheDay(board);
    theManagerDecidesOnTheDamagedOne(tags.get(1));
    assertThat(stateOf(tags.get(0))).isEqualTo("IN_STOCK");
    assertThat(stateOf(tags.get(1))).isEqualTo("IN_REPAIR");
  }

  private void theManagerWritesTheAgreementsOf(String schoolClass) {
    arrive(MANAGER, "/conventions");
    link("Établir des conventions").click();
    page().locator("select#classe").selectOption(new SelectOption().setLabel(schoolClass));
    button("Choisir").click();
    button("Établir les conventions").click();
    assertThat(page().getByText(Pattern.compile("conventions établies"))).isVisible();
  }

  private void theAgentHandsOut(String schoolClass, String pupil, List<String> tags)
      throws SQLException {
    page().context().clearCookies();
    openCounter(AGENT, "/comptoir?mode=remise");
    page()
        .locator("#class")
        .selectOption(
            page()
                .locator("#class option", new Page.LocatorOptions().setHasText(schoolClass))
                .first()
                .getAttribute("value"));
    page()
        .locator(".pupil", new Page.LocatorOptions().setHasText(familyName(pupil)))
        .first()
        .click();
    for (String tag : tags) {
      wedge.scan(tag);
      assertThat(panel()).containsText(tag);
      assertThat(panel()).not().hasClass(Pattern.compile("refused"));
    }
    for (String tag : tags) {
      assertThat(stateOf(tag)).isEqualTo("ON_LOAN");
    }
  }

  private void thePupilSignsOnAPhone(String pupil, String tag) {
    width(390);
    arrive(pupil, "/famille");
    assertThat(page().getByText(tag).first()).isVisible();
    page().getByText("Lire et signer").first().click();
    page().locator("#accord").check();
    button("Signer la convention").click();
    assertThat(page().getByText("Votre signature est enregistrée. Merci.")).isVisible();
    width(1280);
  }

  private String theManagerCallsTheLycee() {
    arrive(MANAGER, "/campagnes");
    link("Préparer une campagne").click();
    page().locator("#name").fill("Restitution de juin");
    page()
        .locator("#startsOn")
        .fill(LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(1).toString());
    page().locator("#opensAt").fill("08:00");
    page().locator("#closesAt").fill("17:30");
    page().locator("#desks").fill("4");
    page().locator("#minutesEach").fill("1");
    page().locator("#place").fill("au CDI");
    button("Voir ce que cela donne").click();
    button("Ouvrir et convoquer les familles").click();
    assertThat(page().getByText(Pattern.compile("La campagne est ouverte"))).isVisible();
    return page().url();
  }

  private void theAgentTakesBack(List<String> tags) {
    page().context().clearCookies();
    openCounter(AGENT, "/comptoir?mode=retour");
    takeBack(tags.get(0));
    page().locator("label", new Page.LocatorOptions().setHasText("Abîmé")).first().click();
    wedge.scan(tags.get(1));
    assertThat(panel()).containsText(tags.get(1));
    page()
        .locator("label", new Page.LocatorOptions().setHasText("Sans changement"))
        .first()
        .click();
    takeBack(tags.get(2));
  }

  private void theBoardShowsTheDay(String board) throws Exception {
    arrive(MANAGER, board.substring(address().toString().length()));
    assertThat(page().getByText(Pattern.compile("3 matériels sont rendus"))).isVisible();
    Download report = page().waitForDownload(() -> link("Bilan (PDF)").click());
    assertThat(new String(Files.readAllBytes(report.path()), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    link("Clore la campagne").click();
    button("Clore la campagne").click();
    assertThat(page().getByText(Pattern.compile("La campagne est close"))).isVisible();
  }

  private void theManagerDecidesOnTheDamagedOne(String tag) {
    open("/materiels/a-controler");
    page()
        .locator("tr", new Page.LocatorOptions().setHasText(tag))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Voir et décider"))
        .click();
    page().getByLabel("En réparation").check();
    page().getByLabel(Pattern.compile("^Motif")).fill("Écran fendu");
    button("Enregistrer la décision").click();
    assertThat(page().locator(".notice.ok").first()).isVisible();
  }

  private static String familyName(String fullName) {
    return fullName.substring(fullName.indexOf(' ') + 1);
  }
}
