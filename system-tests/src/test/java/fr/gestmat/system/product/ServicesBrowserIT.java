package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.SampleAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an authority does not run is not there, until its administrator says that it runs it. */
class ServicesBrowserIT extends BrowserTest {

  @BeforeEach
  @AfterEach
  void the_region_lends_only() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update local_authority set runs_lending = true, runs_meal_aid = false"
              + " where kind = 'REGION'");
    }
  }

  private void administrator() {
    SampleAccess.Login admin = Officials.of(Role.ADMIN);
    open("/connexion");
    if (!page().locator("#login").isVisible()) {
      page().locator("summary").first().click();
    }
    page().locator("#login").fill(admin.login());
    page().locator("#password").fill(admin.password());
    button("Se connecter");
  }

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  @Test
  void a_service_is_there_once_the_authority_runs_it() {
    administrator();
    open("/administration");
    assertThat(page().getByText("Sources officielles")).hasCount(0);
    open("/aides/sources");
    assertThat(page().locator("h1")).hasText("Nous ne trouvons pas cette page");

    open("/administration/services");
    assertThat(page().getByLabel("Prêt de matériel")).isChecked();
    assertThat(page().getByLabel("Aide à la cantine")).not().isChecked();
    page().getByLabel("Prêt de matériel").uncheck();
    button("Enregistrer les services");
    assertThat(page().locator("main")).containsText("Choisissez au moins un service");
    assertThat(new AxeBuilder(page()).analyze().getViolations()).extracting(Rule::getId).isEmpty();
    screenshot("services-none");

    page().getByLabel("Prêt de matériel").check();
    page().getByLabel("Aide à la cantine").check();
    button("Enregistrer les services");
    assertThat(page().locator("main")).containsText("Les services sont enregistrés");
    open("/aides/sources");
    assertThat(page().locator("h1")).hasText("Sources officielles");
    open("/administration/journal");
    assertThat(page().locator("main")).containsText("Services de la collectivité modifiés");
  }
}
