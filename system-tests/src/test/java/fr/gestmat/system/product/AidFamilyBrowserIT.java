package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.demo.territory.SampleTerritory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A family applies for canteen aid, on a phone. */
class AidFamilyBrowserIT extends FamilyBrowserTest {

  private static final String SAVES = "**/enregistrement/**";

  /** The form asks nothing for official sources, except where a test turns them on. */
  @BeforeEach
  @AfterEach
  void officialSourcesAreOff() throws SQLException {
    change("delete from source_access");
  }

  private static void change(String sql, Object... values) throws SQLException {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String value(String sql, Object... values) throws SQLException {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? String.valueOf(row.getString(1)) : "";
      }
    }
  }

  /** M-L01: no violation on the page, and nothing wider than a phone. */
  private void sound(String name) {
    assertThat(new AxeBuilder(page()).analyze().getViolations())
        .as(name)
        .extracting(Rule::getId)
        .isEmpty();
    assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
        .as(name)
        .isLessThanOrEqualTo(390);
    screenshot("aide-" + name);
  }

  @Test
  @DisplayName(
      "M-L01 M-L05 a mother of three applies on a phone; the separated father adds his part only")
  void a_separated_family() throws SQLException {
    width(390);
    enter(MOTHER, "/aide");
    sound("accueil");
    assertThat(page().locator("input[name=enfant]:checked")).hasCount(3);
    button("Commencer la demande").click();

    at("questions/living");
    sound("question");
    choose("living", "ALONE");
    go();
    at("questions/address");
    assertThat(page().locator("[name=street]")).hasValue("4 rue du Lavoir");
    sound("adresse");
    go();
    at("questions/dependents");
    go();
    at("questions/dependents");
    Locator summary = page().getByRole(AriaRole.ALERT);
    assertThat(summary).containsText("nombre d");
    sound("erreur");
    summary.getByRole(AriaRole.LINK).first().click();
    assertThat(page().locator("#dependents")).isFocused();
    page().keyboard().type("3");
    page().keyboard().press("Enter");
    at("questions/provider");
    choose("provider", "CAF");
    go();
    choose("quotientKnown", "YES");
    go();
    type("familyQuotient", "512,50");
    type("quotientMonth", "2026-10");
    sound("quotient");
    go();
    choose("taxKnown", "NO");
    go();
    at("questions/contact");
    go();
    child(1, "ALTERNATING");
    child(2, "ALTERNATING");
    child(3, "WITH_ME");
    at("questions/message");
    go();

    at("verification");
    sound("verification");
    button("Envoyer mes 3 demandes").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Cochez la case");
    page().locator("#certifie").check();
    button("Envoyer mes 3 demandes").click();
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("envoyé");
    Locator sent =
        page()
            .locator(".child-line")
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        page()
                            .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(Pattern.compile("^Voir")))));
    assertThat(sent).hasCount(3);
    sound("envoyee");
    sent.first().getByRole(AriaRole.LINK).first().click();
    sound("demande");
    assertThat(
            value(
                "select count(*) from aid_application where applicant_name = ? and state ="
                    + " 'SUBMITTED'",
                MOTHER))
        .isEqualTo("3");

    try (BrowserContext his =
        SharedChromium.browser().newContext(new Browser.NewContextOptions().setLocale("fr-FR"))) {
      Page window = his.newPage();
      window.setViewportSize(390, 900);
      enter(window, FATHER, "/aide");
      assertThat(window.locator("body")).containsText("Une demande existe déjà pour");
      assertThat(window.locator("body")).not().containsText("512");
      Locator parts =
          window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Donner ma part"));
      assertThat(parts).hasCount(2);
      parts.first().click();
      assertThat(window.locator("body")).not().containsText("Lavoir");
      assertThat(new AxeBuilder(window).analyze().getViolations())
          .extracting(Rule::getId)
          .isEmpty();
      window.locator("[name=street]").fill("18 quai des Tanneurs");
      window.locator("[name=postalCode]").fill("99120");
      window.locator("[name=town]").fill("Aubreville");
      window.locator("[name=dependents]").fill("2");
      window.locator("input[name=provider][value=NONE]").check();
      window.locator("input[name=taxKnown][value=NO]").check();
      window
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer ma part"))
          .click();
      assertThat(window.getByRole(AriaRole.STATUS).first()).containsText("Votre part");
    }
  }

  /** A parent has answered with whom the family lives and where, and is asked how many it is. */
  private void askedForDependents() {
    enter("Anaïs Vasseur", "/aide");
    button("Commencer la demande").click();
    assertThat(page().locator("main"))
        .containsText("Avec l’autre parent de mes enfants : Marc VASSEUR");
    choose("living", "OTHER_PARENT");
    go();
    go();
    at("questions/dependents");
  }

  @Test
  @DisplayName("M-D01: a cut network says that nothing was saved, and trying again saves")
  void network_cut() throws SQLException {
    width(390);
    askedForDependents();
    page().route(SAVES, Route::abort);
    type("dependents", "4");
    Locator status = page().locator("[data-autosave-status]");
    assertThat(status).containsText("Non enregistré");
    sound("non-enregistre");
    page().unroute(SAVES);
    button("Réessayer").click();
    assertThat(status).containsText("Enregistré à");
    assertThat(value("select draft from aid_application where applicant_name = 'Anaïs Vasseur'"))
        .contains("\"dependents\":\"4\"");
    page().reload();
    assertThat(page().locator("#dependents")).hasValue("4");
  }

  @Test
  @DisplayName("M-N08 M-N12: a mother lets the CAF be asked: what for, one question a page")
  void the_family_quotient_is_asked_for() throws SQLException {
    change(
        "insert into source_access (authority_id, active, recipient, token_sealed)"
            + " select distinct authority_id, true, '13002526500013', x'00' from guardian"
            + " where given_name = 'Anaïs' and family_name = 'Vasseur'");
    width(390);
    enter("Anaïs Vasseur", "/aide");
    button("Commencer la demande").click();
    choose("living", "OTHER_PARENT");
    go();
    go();
    type("dependents", "2");
    go();
    choose("provider", "CAF");
    go();
    at("questions/sourceAccount");
    assertThat(page().locator("main")).containsText("C’est facultatif");
    sound("source");
    choose("sourceAccount", "ME");
    go();
    at("questions/holderNames");
    assertThat(page().locator("[name=holderBirthName]")).hasValue("VASSEUR");
    assertThat(page().locator("[name=holderGivenNames]")).hasValue("Anaïs");
    sound("source-noms");
    type("holderBirthName", "Lefèvre");
    go();
    at("questions/holderSex");
    choose("holderSex", "F");
    go();
    at("questions/holderBirthDay");
    type("holderBirthDay", "31/02/1985");
    go();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("12/03/1984");
    type("holderBirthDay", "9/8/1985");
    go();
    at("questions/holderBirthCountry");
    page().locator("[name=holderBirthCountry]").selectOption("99100");
    sound("source-pays");
    go();
    at("questions/holderBirthPlace");
    type("holderBirthTown", "Metz");
    type("holderBirthDepartment", "57");
    go();
    at("questions/taxKnown");
    choose("taxKnown", "NO");
    go();
    go();
    go();
    go();
    at("questions/pupilSex.1");
    sound("source-enfant");
    choose("pupilSex", "M");
    go();
    go();
    at("verification");
    assertThat(page().locator("main")).containsText("France");
    page().locator("#certifie").check();
    button("Envoyer ma demande").click();
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("envoyé");
    assertThat(
            value(
                "select group_concat(concat_ws(' ', kind, subject, subject_name) order by c.id"
                    + " separator ', ') from source_call c join aid_application a on a.id ="
                    + " c.application_id where a.applicant_name = 'Anaïs Vasseur'"))
        .startsWith("FAMILY_QUOTIENT APPLICANT Anaïs Lefèvre, SCHOLARSHIP PUPIL ");
  }

  @Test
  @DisplayName("M-D04: an autosave that lasts too long gives up, says so, and the button keeps all")
  void slow_autosave() throws SQLException {
    width(390);
    askedForDependents();
    List<Route> held = new CopyOnWriteArrayList<>();
    page().route(SAVES, held::add);
    type("dependents", "5");
    assertThat(page().locator("[data-autosave-status]"))
        .containsText(
            "Non enregistré", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    assertThat(held).hasSize(1);
    go();
    at("questions/provider");
    assertThat(value("select draft from aid_application where applicant_name = 'Anaïs Vasseur'"))
        .contains("\"dependents\":\"5\"");
  }

  @Test
  @DisplayName(
      "M-E14: an autosave that is asked to wait goes again by itself, with all that was typed")
  void an_autosave_that_is_asked_to_wait() throws SQLException {
    width(390);
    askedForDependents();
    page()
        .route(
            SAVES,
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(429)
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setContentType("application/problem+json")
                        .setBody("{}")),
            new Page.RouteOptions().setTimes(2));
    type("dependents", "6");
    Locator status = page().locator("[data-autosave-status]");
    assertThat(status).containsText("Non enregistré");
    assertThat(status).containsText("Enregistré à");
    assertThat(value("select draft from aid_application where applicant_name = 'Anaïs Vasseur'"))
        .contains("\"dependents\":\"6\"");
  }

  @Test
  @DisplayName("M-D05: the button waits for an autosave on its way, then goes on")
  void the_button_waits_for_the_autosave() throws SQLException {
    width(390);
    askedForDependents();
    List<Route> held = new CopyOnWriteArrayList<>();
    List<String> posted = new CopyOnWriteArrayList<>();
    page()
        .onRequest(
            request -> {
              if (request.method().equals("POST") && request.url().contains("/questions/")) {
                posted.add(request.url());
              }
            });
    page().route(SAVES, held::add);
    type("dependents", "6");
    page().waitForCondition(() -> !held.isEmpty());
    button("^Continuer$").click(new Locator.ClickOptions().setNoWaitAfter(true));
    assertThat(page()).hasURL(Pattern.compile(".*questions/dependents$"));
    assertThat(posted).isEmpty();
    held.get(0).resume();
    at("questions/provider");
    assertThat(posted).hasSize(1);
    assertThat(value("select draft from aid_application where applicant_name = 'Anaïs Vasseur'"))
        .contains("\"dependents\":\"6\"");
  }

  @Test
  @DisplayName("M-D02 M-D08: two tabs and the back button: newer answers stay, nothing is lost")
  void two_tabs() {
    width(390);
    enter("Anaïs Vasseur", "/aide");
    button("Commencer la demande").click();
    at("questions/living");
    Page second = page().context().newPage();
    second.setViewportSize(390, 900);
    second.navigate(page().url());
    second.locator("input[name=living][value=PARTNER]").check();
    second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continuer")).click();
    assertThat(second).hasURL(Pattern.compile(".*address$"));

    page().route(SAVES, Route::abort);
    choose("living", "ALONE");
    go();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("autre onglet");
    assertThat(page().locator("input[name=living][value=ALONE]")).isChecked();
    sound("deux-onglets");
    page().unroute(SAVES);
    second.reload();
    second.navigate(address() + "/aide");
    second
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reprendre"))
        .first()
        .click();
    assertThat(second).hasURL(Pattern.compile(".*questions/address$"));
    second.goBack();
    second.goBack();
    assertThat(second.locator("h1")).isVisible();
    go();
    at("questions/address");
  }

  @Test
  @DisplayName("an expired session in mid-form loses nothing that was typed")
  void expired_session() throws SQLException {
    width(390);
    enter("Anaïs Vasseur", "/aide");
    button("Commencer la demande").click();
    choose("living", "OTHER_PARENT");
    go();
    at("questions/address");
    page().route(SAVES, Route::abort);
    type("street", "9 rue de la Nuit");
    change("update web_session set ended_at = utc_timestamp(6) where ended_at is null");
    // The server looks at a session again after five seconds at most.
    page().waitForCondition(() -> anonymousAnswers(page()));
    go();
    assertThat(page().locator("body")).containsText("connect");
    sound("session-finie");
    Page again = page().context().newPage();
    // The portal still knows her: no choice to make there.
    again.navigate(address() + SampleTerritory.DEPARTMENT_ENTRANCE + "?suite=/aide");
    assertThat(again.locator("h1")).isVisible();
    page().locator("main form button").first().click();
    // The first try has the token of the old session: the form is shown once more to be confirmed.
    if (page().locator("main form button").count() > 0 && !page().url().contains("dependents")) {
      page().locator("main form button").first().click();
    }
    at("questions/dependents");
    assertThat(value("select draft from aid_application where applicant_name = 'Anaïs Vasseur'"))
        .contains("9 rue de la Nuit");
  }

  private static boolean anonymousAnswers(Page page) {
    return page.context()
            .request()
            .get(
                address() + "/compte",
                com.microsoft.playwright.options.RequestOptions.create().setMaxRedirects(0))
            .status()
        != 200;
  }

  @Test
  @DisplayName("M-D06 M-D07: sent from two tabs is sent once; it works without JavaScript")
  void without_javascript_and_sent_once() throws SQLException {
    try (BrowserContext plain =
        SharedChromium.browser()
            .newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("fr-FR"))) {
      Page window = plain.newPage();
      window.setViewportSize(390, 900);
      enter(window, "Anaïs Vasseur", "/aide");
      window.getByText("Commencer la demande").click();
      plainly(window, "living", "OTHER_PARENT");
      window.getByText("Continuer").click();
      window.locator("[name=dependents]").fill("2");
      window.getByText("Continuer").click();
      plainly(window, "provider", "NONE");
      plainly(window, "taxKnown", "YES");
      window.locator("[name=referenceTaxIncome]").fill("18 250");
      window.locator("[name=taxShares]").fill("2,5");
      window.getByText("Continuer").click();
      plainly(window, "separateNotices", "NO");
      window.getByText("Continuer").click();
      window.getByText("Continuer").click();
      window.getByText("Continuer").click();
      window.getByText("Continuer").click();
      assertThat(window).hasURL(Pattern.compile(".*verification$"));
      Page second = plain.newPage();
      second.navigate(window.url());
      for (Page each : java.util.List.of(window, second)) {
        each.locator("#certifie").check();
        each.getByText("Envoyer ma demande").click();
      }
      assertThat(second.getByRole(AriaRole.STATUS).first()).containsText("déjà envoyée");
      window.goBack();
      assertThat(
              value(
                  "select concat(count(*), ' ', max(reference_tax_income)) from aid_application"
                      + " where applicant_name = 'Anaïs Vasseur'"))
          .isEqualTo("1 18250.00");
    }
  }

  private static void plainly(Page window, String question, String answer) {
    window.locator("input[name=" + question + "][value=" + answer + "]").check();
    window.getByText("Continuer").click();
  }
}
