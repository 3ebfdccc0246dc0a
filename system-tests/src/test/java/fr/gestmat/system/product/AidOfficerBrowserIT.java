package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What an application waits for, the load of officers, and what they note. */
class AidOfficerBrowserIT extends BrowserTest {

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private void as(String login) {
    signOnHere(login, SarneAid.PASSWORD, "/");
  }

  private static String campaign(String application) throws SQLException {
    return Officials.text(
        "select campaign_id from aid_application where public_id = ?", application);
  }

  @Test
  void an_officer_asks_for_what_is_missing() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    Officials.change(
        "insert into aid_rule (campaign_id, code, active, overridable, parameters) values"
            + " (?, 'MEALS', true, true, '{}'), (?, 'RESIDENCE', true, true, '{}')",
        campaign(ines),
        campaign(ines));
    Officials.change(
        "update aid_application set meals_a_week = null, residence_postal_code = null"
            + " where public_id = ?",
        ines);

    as(sarne.officer);
    open("/dossiers/" + ines);
    assertThat(page().getByText("Réponse de la famille : nombre de repas par semaine.").first())
        .isVisible();
    assertThat(page().getByText("Visa de l’établissement : nombre de repas par semaine.").first())
        .isVisible();
    fitsAndIsAccessible("aid-gaps");
    page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Demander à la famille tout ce qui manque"))
        .click();
    assertThat(page().locator("#message")).not().hasValue("");
    Assertions.assertThat(page().locator("#message").inputValue())
        .contains("– nombre de repas par semaine", "– code postal du domicile");
    button("Envoyer la demande");
    assertThat(page().getByText("Le complément est demandé à la famille.").first()).isVisible();
    assertThat(
            page()
                .getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("Demander à la famille")))
        .hasCount(0);
  }

  @Test
  void applications_are_given_to_another_officer_in_one_go() throws Exception {
    SarneAid sarne = SarneAid.found();
    String campaign =
        Officials.text(
            "select public_id from aid_campaign where id = ?", campaign(sarne.submitted("Inès")));
    sarne.submitted("Noé");
    sarne.submitted("Lina");

    as(sarne.officer);
    open("/dossiers");
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Charge des agents"))
        .click();
    open("/dossiers/charges?campagne=" + campaign);
    fitsAndIsAccessible("aid-loads");
    page().locator("#combien").fill("0");
    button("Confier les dossiers");
    assertThat(page().getByText("de 1 à 500").first()).isVisible();
    page().locator("#combien").fill("2");
    page()
        .locator("#vers")
        .selectOption(
            Officials.text("select public_id from account where login = ?", sarne.manager));
    button("Confier les dossiers");
    assertThat(
            page()
                .locator("tr", new Page.LocatorOptions().setHasText("Marc Aubin"))
                .locator("td[data-label='Ensemble']")
                .getByText(
                    "2", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .first())
        .isVisible();
  }

  @Test
  void an_officer_adds_what_came_on_paper() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    as(sarne.officer);
    open("/dossiers/" + ines);
    page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Ajouter une pièce reçue sur papier"))
        .click();
    fitsAndIsAccessible("aid-paper-document");
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", picture);
    page()
        .locator("#document")
        .setInputFiles(new FilePayload("note.txt", "text/plain", new byte[] {1}));
    button("Ajouter la pièce");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    page()
        .locator("#document")
        .setInputFiles(new FilePayload("avis.png", "image/png", picture.toByteArray()));
    button("Ajouter la pièce");
    assertThat(page().getByText("Le document est enregistré.").first()).isVisible();
    assertThat(page().getByText("avis.png").first()).isVisible();
  }

  @Test
  void a_manager_says_what_officers_note() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    String campaign =
        Officials.text("select public_id from aid_campaign where id = ?", campaign(ines));

    as(sarne.manager);
    open("/aides/campagnes/" + campaign);
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Annotations des agents"))
        .click();
    page().locator("#label-1").fill("Situation vérifiée au téléphone");
    page().locator("#kind-1").selectOption("YES_NO");
    fitsAndIsAccessible("aid-annotations");
    button("Enregistrer");

    as(sarne.officer);
    open("/dossiers/" + ines);
    page().getByLabel("Situation vérifiée au téléphone").selectOption("true");
    button("Enregistrer les annotations");

    as(sarne.manager);
    open("/aides/campagnes/" + campaign + "/reglages/annotations");
    assertThat(page().getByText("Rempli sur 1 dossier. 1 oui.")).isVisible();
    page().locator("#label-1").fill("");
    button("Enregistrer");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("ne peut plus être retiré");
    fitsAndIsAccessible("aid-annotations-kept");
  }
}
