package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator's day: an account, a right, a token. */
class AdministrationBrowserIT extends BrowserTest {

  private static final String PASSWORD = "lampe verte sous la pluie";

  private void password(String login, String password) {
    open("/connexion");
    if (!page().locator("#login").isVisible()) {
      page().locator("summary").first().click();
    }
    page().locator("#login").fill(login);
    page().locator("#password").fill(password);
    button("Se connecter");
  }

  private void administrator() {
    SampleAccess.Login admin = Officials.of(Role.ADMIN);
    password(admin.login(), admin.password());
  }

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void link(String name) {
    page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  @Test
  void anAccountIsMadeItsPersonChoosesAPasswordAndFindsTheCounterOnceTheRightIsGiven()
      throws SQLException {
    administrator();
    link("Administration");
    link("Personnes et droits");
    link("Créer un compte");
    page().locator("#name").fill("Inès Morel");
    page().locator("#login").fill("i.m-2026");
    button("Créer le compte");
    String activation = Officials.linkIn(page().locator("#link").inputValue());
    link("Voir la personne et ses droits");
    page().locator("#role").selectOption("LOAN_AGENT");
    page()
        .locator("#school")
        .selectOption(Officials.text("select uai from school order by id limit 1"));
    button("Donner ce droit");
    assertThat(page().getByText("Droit donné")).isVisible();

    page().context().clearCookies();
    open(activation);
    page().locator("#newPassword").fill("court");
    page().locator("#repeatedPassword").fill("court");
    button("Enregistrer le mot de passe");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    page().locator("#newPassword").fill(PASSWORD);
    page().locator("#repeatedPassword").fill(PASSWORD);
    button("Enregistrer le mot de passe");
    assertThat(page().getByText("Votre mot de passe est enregistré")).isVisible();

    password("i.m-2026", PASSWORD);
    link("Comptoir");
    assertThat(page().locator("#counter")).isVisible();
    link("Inès Morel");
    assertThat(page().getByText("remettre et reprendre le matériel")).isVisible();
  }

  @Test
  void aTokenIsMadeWorksAndIsRevoked() {
    administrator();
    open("/administration/jetons");
    link("Créer un jeton");
    page().locator("#purpose").fill("Essai du navigateur");
    page().locator("input[name=grant]").first().check();
    button("Créer le jeton");
    String secret = page().locator("#secret").inputValue();
    session(secret, 200);

    link("J’ai copié le jeton");
    page().getByLabel("Révoquer le jeton : Essai du navigateur").click();
    session(secret, 200);
    button("Révoquer");
    assertThat(page().getByText("Le jeton est révoqué")).isVisible();

    session(secret, 401);
  }

  private static void session(String secret, int status) {
    anonymous()
        .header("Authorization", "Bearer " + secret)
        .get("/api/v1/session")
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/administration",
        "/administration/personnes?qui=tous",
        "/administration/nouvelle-personne",
        "/administration/nouvelle-personne/attendue",
        "PERSON",
        "/administration/jetons",
        "/administration/jetons/nouveau",
        "/administration/portails",
        "/administration/portails/nouveau",
        "/administration/travaux",
        "/compte"
      })
  void everyPageIsAccessibleAndFitsAPhone(String address) throws SQLException {
    administrator();
    open(
        address.equals("PERSON")
            ? "/administration/personnes/" + Officials.account("Marc Oberlin")
            : address);
    assertThat(page().locator("h1")).isVisible();
    for (int width : new int[] {1280, 390}) {
      width(width);
      assertThat(new AxeBuilder(page()).analyze().getViolations())
          .extracting(Rule::getId)
          .as("%s, %s pixels", address, width)
          .isEmpty();
      assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      screenshot("administration-" + address + "-" + width);
    }
  }
}
