package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.taxnotice.Certificates;
import fr.gestmat.mealaid.control.taxnotice.TestTrust;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose signature on tax notices is trusted: an administrator imports the list, by its print. */
class TrustBrowserIT extends BrowserTest {

  @BeforeEach
  @AfterEach
  void nobodyIsTrusted() throws SQLException {
    // The sample région lends only.
    Officials.change("update local_authority set runs_meal_aid = true where kind = 'REGION'");
    Officials.change("delete from trusted_certificate");
  }

  private void send(String field, String name, byte[] content, String button) {
    page()
        .locator("#" + field)
        .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  @Test
  @DisplayName("M-M14 the list is taken with the print of its signer only, then a participant's")
  void theListThenAParticipant() throws Exception {
    signOnHere(Role.ADMIN, "/administration/certificats");
    assertThat(page().locator("main")).containsText("Aucun certificat");
    fitsAndIsAccessible("certificats-vide");

    byte[] list = TestTrust.signed(TestTrust.list(1, "inaccord", "FR99", TestTrust.AUTHORITY));
    page().locator("#fingerprint").fill("00:11:22");
    send("list", "tsl_signed.xml", list, "Importer la liste");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page().locator("#fingerprint")).hasValue("00:11:22");
    fitsAndIsAccessible("certificats-refus");

    page().locator("#fingerprint").fill(Certificates.fingerprint(TestTrust.signer()));
    send("list", "tsl_signed.xml", list, "Importer la liste");
    assertThat(page().getByText("Autorités de confiance : 1.")).isVisible();
    // The page follows the work by itself.
    assertThat(page().locator("#work"))
        .containsText(
            "Tous les avis déposés sont jugés",
            new LocatorAssertions.ContainsTextOptions().setTimeout(70_000));

    byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
    send("certificate", "page.der", page, "Importer le certificat");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    byte[] participant = TestTrust.bytes(TestTrust.PARTICIPANT);
    send("certificate", "t001.der", participant, "Importer le certificat");
    assertThat(page().getByText(Pattern.compile("Le certificat FR99/T001 est importé")))
        .isVisible();
    assertThat(page().locator("tbody tr")).hasCount(3);
    fitsAndIsAccessible("certificats");
  }
}
