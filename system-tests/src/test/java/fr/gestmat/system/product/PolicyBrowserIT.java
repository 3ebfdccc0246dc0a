package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The region prepares next year's policy. */
class PolicyBrowserIT extends BrowserTest {

  private void region() {
    signOnHere(Role.REGION_MANAGER, "/");
  }

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  @Test
  void nextYearIsPreparedFromThisOneAndWhatContradictsItselfIsSaid() {
    region();
    open("/etablissements");
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Règlement de prêt"))
        .click();
    assertThat(page().getByText(Pattern.compile("Un ordinateur pour tout le lycée.*en vigueur")))
        .isVisible();
    page().getByText("Préparer une nouvelle version").click();
    page().locator("#name").fill("Essai du navigateur");
    page().locator("input[name=duration][value=YEARLY]").check();
    page().locator("#loanEnds").fill("25/12");
    button("Enregistrer le règlement");

    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page().locator("#loanEnds-error")).containsText("fermés");
    assertThat(page().locator("#givenAtEnd-error")).containsText("chaque année");
    assertThat(page().locator("#name")).hasValue("Essai du navigateur");
    page().locator("input[name=duration][value=SCHOOLING]").check();
    button("Enregistrer le règlement");
    assertThat(page().getByText("« Essai du navigateur » est enregistré.")).isVisible();

    page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Essai du navigateur").setExact(true))
        .click();
    page().locator("#limitCategory0").selectOption("TABLET");
    page().locator("#limitMost0").fill("2");
    page().locator("#piecesCharged").check();
    button("Enregistrer le règlement");
    page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Essai du navigateur").setExact(true))
        .click();
    assertThat(page().locator("#limitMost0")).hasValue("2");
    assertThat(page().getByText(Pattern.compile("Exceptions.: rien → TABLET 2"))).isVisible();
    assertThat(page().locator("#piecesCharged")).isChecked();
    assertThat(page().getByText(Pattern.compile("pièces manquantes ou cassées.: non → oui")))
        .isVisible();
    page().getByText("Retirer cette version").click();
    button("Retirer la version");
    assertThat(page().getByText("La version est retirée.")).isVisible();
  }

  @Test
  void pricesAndClosedDaysAreTypedAndTakenBack() {
    region();
    open("/reglement/prix");
    String before = page().locator("#price0").inputValue();
    page().locator("#price0").fill("moins cher");
    button("Enregistrer les prix");
    assertThat(page().locator("#price0-error")).containsText("389,00");
    page().locator("#price0").fill("401,5");
    button("Enregistrer les prix");
    assertThat(page().getByText("Un prix est enregistré.")).isVisible();
    assertThat(page().locator("#price0")).hasValue("401,50");
    page().locator("#price0").fill(before);
    button("Enregistrer les prix");

    open("/reglement/calendrier");
    page().locator("#from").fill("2031-02-10");
    page().locator("#to").fill("2031-02-14");
    page().locator("#label").fill("Essai de fermeture");
    button("Fermer ces jours");
    assertThat(page().getByText("5 jours sont fermés.")).isVisible();
    page()
        .locator("tr", new Page.LocatorOptions().setHasText("Essai de fermeture"))
        .locator("button")
        .click();
    assertThat(page().getByText("5 jours sont rouverts.")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/reglement", "/reglement/nouveau", "/reglement/calendrier", "/reglement/prix"})
  void everyPageIsAccessibleAndFitsAPhone(String address) {
    region();
    open(address);
    assertThat(page().locator("h1")).isVisible();
    for (int width : new int[] {1280, 390}) {
      width(width);
      assertThat(new AxeBuilder(page()).analyze().getViolations())
          .extracting(Rule::getId)
          .as("%s, %s pixels", address, width)
          .isEmpty();
      assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      screenshot("policy-" + address + "-" + width);
    }
  }
}
