package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The manager writes and publishes a scale; a family on a phone asks the simulator. */
class ScaleBrowserIT extends BrowserTest {

  private ScaleDepartment department;
  private String scales;

  @BeforeEach
  void aDepartment() throws SQLException {
    department = new ScaleDepartment();
    scales = "/aides/campagnes/" + department.campaign + "/baremes";
  }

  @Test
  @DisplayName("M-F09 M-F16: written, checked, mended, confirmed and published")
  void aScaleIsWrittenCheckedAndPublished() {
    manager();
    open(scales);
    assertThat(page().locator("h2")).containsText(new String[] {"Aucun barème n’est publié"});
    judged("scale-none");
    button("Écrire un nouveau barème");
    judged("scale-editor-empty");
    link("Supprimer cette version en préparation");
    link("Revenir sans rien changer");
    link("Supprimer cette version en préparation");
    button("Supprimer cette version en préparation");
    assertThat(page().getByText("La version en préparation est supprimée.")).isVisible();
    button("Écrire un nouveau barème");

    page().locator("#startsOn").fill("2026-09-01");
    line(0, "", "410", "50");
    line(1, "420", "900", "100");
    line(2, "900", "", "zéro");
    button("Enregistrer et contrôler");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Ligne 3");
    assertThat(page().locator("#value2")).hasValue("zéro");

    page().locator("#value2").fill("0");
    button("Enregistrer et contrôler");
    assertThat(page().getByText(Pattern.compile("Rien n’est prévu de 410,01.€ à 420,00.€")).first())
        .isVisible();
    assertThat(named("Publier le barème")).hasCount(0);
    judged("scale-editor-wrong");

    page().locator("#from1").fill("410");
    button("Enregistrer et contrôler");
    assertThat(page().getByText(Pattern.compile("l’aide passe de 50.% du prix à 100.%")).first())
        .isVisible();
    button("Publier le barème");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("à confirmer");
    page().getByText(Pattern.compile("C’est voulu, Hélène Essai")).click();
    button("Publier le barème");

    assertThat(page().getByText("La version 1 est publiée.")).isVisible();
    assertThat(page().locator("table")).containsText("jusqu’à 410,00");
    judged("scale-version");
    open(scales);
    judged("scale-versions");
  }

  @Test
  @DisplayName("J1: pasted from a spreadsheet, by number of children, every row accounted for")
  void aTableIsPasted() {
    manager();
    open(scales);
    button("Écrire un nouveau barème");
    page().locator("#kind").selectOption("INCOME_BY_CHILDREN");
    page().locator("#unit").selectOption("PER_TERM");
    page().locator("#startsOn").fill("2026-09-01");
    button("Enregistrer et contrôler");
    page()
        .locator("#pasted")
        .fill(
            """
            Échelon\t1\t2\t3\t4\t5 et plus\tMontant
            1\t17927\t22064\t26201\t30338\t34476\t38
            2\t9691\t11928\t14164\t16041\t18637\t105
            3\t3419\t4208\t4997\t5786\t6576\t165
            sans\t\t\t\t\t\t0
            Total\t\t\t\t\t\t
            """);
    button("Reprendre les lignes copiées");

    assertThat(page().getByText(Pattern.compile("20 lignes sont reprises.*en avait 5")))
        .isVisible();
    assertThat(page().getByText(Pattern.compile("Une ligne est laissée de côté"))).isVisible();
    assertThat(page().getByText(Pattern.compile("Est-ce une faute de frappe")).first()).isVisible();
    judged("scale-editor-columns");
  }

  @Test
  @DisplayName("M-F32: tried on last year's applications")
  void aScaleIsTried() throws SQLException {
    department.scale();
    department.decided("300", "450", "700", "1200", "1400");
    manager();
    open(scales + "/simulation");

    assertThat(page().getByText(Pattern.compile("Sur 5 demandes"))).isVisible();
    judged("scale-simulation");
  }

  @Test
  @DisplayName(
      "M-F24 M-F29 M-F33: a family on a phone, without a sign-on, gets reasons and an amount")
  void aFamilyAsksTheSimulator() throws SQLException {
    for (String rule : new String[] {"HALF_BOARD", "MEALS", "COLLEGE", "GRADE", "INCOME"}) {
      department.rule(rule, "{}");
    }
    department.rule("RESIDENCE", "{\"postalCodes\":[\"99\"]}");
    new ScaleDepartment();
    width(390);
    open("/simulateur");
    page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(Pattern.compile("Barème " + department.authority + ",")))
        .click();
    assertThat(page().getByText("Le barème n’est pas encore publié")).isVisible();
    department.scale();
    page().reload();

    page().locator("input[name=college][value=oui]").check();
    page().locator("#level").selectOption("FIFTH");
    page().locator("#boarding").selectOption("HALF_BOARDER");
    page().locator("#meals").selectOption("3");
    page().locator("#FAMILY_QUOTIENT").fill("quatre cents");
    page().locator("#postalCode").fill("99120");
    button("Estimer mes droits");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("quotient familial en chiffres");
    page().locator("#FAMILY_QUOTIENT").fill("486,50");
    button("Estimer mes droits");
    assertThat(page().locator("#reponse")).containsText("n’a pas droit");
    assertThat(page().locator("#reponse")).containsText("au moins 4 jours par semaine");
    judged("simulator-refused");

    width(390);
    page().locator("#meals").selectOption("4");
    button("Estimer mes droits");
    assertThat(page().locator("#reponse")).containsText("a droit à l’aide");
    assertThat(page().locator("#reponse")).containsText(Pattern.compile("2,80.€ par repas"));
    assertThat(page().locator("#reponse")).containsText("pour un enfant");
    assertThat(page().locator("#reponse")).containsText(Pattern.compile("Trimestre 1.: 112,00"));
    assertThat(page().url()).doesNotContain("486");
    assertThat(page().context().cookies()).isEmpty();
    judged("simulator-granted");
  }

  private void manager() {
    signOnHere(department.login, ScaleDepartment.PASSWORD, "/");
  }

  private void line(int row, String from, String upTo, String value) {
    page().locator("#from" + row).fill(from);
    page().locator("#upTo" + row).fill(upTo);
    page().locator("#value" + row).fill(value);
  }

  private com.microsoft.playwright.Locator named(String button) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
  }

  private void button(String name) {
    named(name).click();
  }

  private void link(String name) {
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** Accessible, and nothing to push aside, on a desk and on a phone. */
  private void judged(String name) {
    for (int width : new int[] {1280, 390}) {
      width(width);
      assertThat(new AxeBuilder(page()).analyze().getViolations())
          .extracting(Rule::getId)
          .as("%s, %s pixels", name, width)
          .isEmpty();
      assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
          .as("%s, %s pixels", name, width)
          .isLessThanOrEqualTo(width);
      screenshot(name + "-" + width);
    }
    width(1280);
  }
}
