package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A family's draft that stands in the way of what came on paper. */
class AidDraftBrowserIT extends FamilyBrowserTest {

  private static final String REASON = "Votre demande papier est arrivée le 12 septembre.";

  @Test
  @DisplayName("M-D09 an officer puts a draft away with a reason, and the family reads it")
  void a_draft_is_put_away() {
    enter("Anaïs Vasseur", "/aide");
    button("Commencer la demande").click();
    at("questions/living");
    choose("living", "ALONE");
    go();
    at("questions/address");

    signOnHere(Role.AID_OFFICER, "/aides/saisie");
    page().locator("#nom").fill("vasseur");
    page().locator("#nom").press("Enter");
    page().getByText("Noé").first().click();
    assertThat(page().getByText("a commencé une demande pour cet enfant").first()).isVisible();
    fitsAndIsAccessible("saisie-brouillon");
    page().getByText("Classer ce brouillon").first().click();
    fitsAndIsAccessible("brouillon");
    button("^Classer ce brouillon$").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Écrivez le motif");
    page().locator("#reason").fill(REASON);
    button("^Classer ce brouillon$").click();
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("Le brouillon est classé");
    assertThat(page().getByText("a commencé une demande pour cet enfant")).hasCount(0);

    page().context().clearCookies();
    enter("Anaïs Vasseur", "/aide");
    assertThat(page().getByText("Motif : " + REASON)).isVisible();
    assertThat(button("Commencer la demande").first()).isVisible();
    fitsAndIsAccessible("aide-brouillon-classe");
    page()
        .locator(".notice", new Page.LocatorOptions().setHasText("Motif"))
        .getByRole(AriaRole.LINK)
        .first()
        .click();
    assertThat(page().getByText("Motif : " + REASON)).isVisible();
    fitsAndIsAccessible("aide-brouillon-classe-dossier");
  }
}
