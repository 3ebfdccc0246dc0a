package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.demo.territory.SampleTerritory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** Families of the sample département who apply for canteen aid. */
abstract class FamilyBrowserTest extends BrowserTest {

  /** Lives with three children, two of them every other week. */
  static final String MOTHER = "Mélanie Carlier";

  /** Lives apart from her. */
  static final String FATHER = "Fabien Carlier";

  /** Each test begins where nobody applied yet. */
  @BeforeEach
  void begin() throws SQLException {
    nobodyApplied();
  }

  /** What other tests left of these families is withdrawn and nobody's. */
  static void nobodyApplied() throws SQLException {
    String theirs =
        " where campaign_id in (select id from aid_campaign where name like 'Aide à la cantine 2%')"
            + " and child_family_name in ('CARLIER', 'VASSEUR')";
    Officials.change(
        "delete from aid_contributor where application_id in (select id from aid_application"
            + theirs
            + ")");
    Officials.change(
        "update aid_application set state = 'WITHDRAWN', applicant_name = 'Essai précédent',"
            + " applicant_account_id = null, applicant_guardian_id = null"
            + theirs);
  }

  void enter(String fullName, String path) {
    enter(page(), fullName, path);
  }

  void enter(Page window, String fullName, String path) {
    window.navigate(
        address()
            + SampleTerritory.DEPARTMENT_ENTRANCE
            + "?suite="
            + URLEncoder.encode(path, StandardCharsets.UTF_8));
    window.locator("button.person", new Page.LocatorOptions().setHasText(fullName)).first().click();
  }

  Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  void choose(String question, String answer) {
    page().locator("input[name=" + question + "][value=" + answer + "]").check();
  }

  void type(String question, String answer) {
    page().locator("[name=" + question + "]").fill(answer);
  }

  void go() {
    button("^Continuer$").click();
  }

  void at(String step) {
    assertThat(page()).hasURL(Pattern.compile(".*/" + step + "(\\?.*)?$"));
  }

  void household() {
    at("questions/living");
    choose("living", "ALONE");
    go();
    at("questions/address");
    go();
    at("questions/dependents");
    type("dependents", "3");
    go();
    choose("provider", "CAF");
    go();
    choose("quotientKnown", "YES");
    go();
    type("familyQuotient", "512,50");
    type("quotientMonth", "2026-10");
    go();
    choose("taxKnown", "NO");
    go();
    at("questions/contact");
    go();
  }

  void child(int place, String custody) {
    at("questions/custody." + place);
    choose("custody", custody);
    go();
    at("questions/boarding." + place);
    assertThat(page().locator("input[name=boarding][value=HALF_BOARDER]")).isChecked();
    go();
    at("questions/mealsAWeek." + place);
    go();
  }
}
