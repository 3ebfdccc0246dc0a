package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
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

  private static String lastMonth() {
    return DateTimeFormatter.ofPattern("MM/uuuu")
        .format(YearMonth.now(ZoneId.of("Europe/Paris")).minusMonths(1));
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
  @DisplayName("M-F21 an officer establishes a figure, sees it in the result, and takes it back")
  void an_officer_establishes_a_figure() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    Officials.change(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) select next value for"
            + " aid_scale_seq, uuid(), authority_id, id, 1, 'FAMILY_QUOTIENT', 'RATE',"
            + " 'UPPER_INCLUDED', false, '2020-01-01', utc_timestamp(6), 'Essai' from aid_campaign"
            + " where id = ?",
        campaign(ines));
    Officials.change(
        "insert into aid_bracket (scale_id, position, label, from_amount, up_to, condition_kind,"
            + " value) select id, 0, 'T1', null, 400, 'NONE', 100 from aid_scale where campaign_id"
            + " = ? union all select id, 1, 'T2', 400, null, 'NONE', 50 from aid_scale where"
            + " campaign_id = ?",
        campaign(ines),
        campaign(ines));

    as(sarne.officer);
    open("/dossiers/" + ines);
    assertThat(page().getByText("50 % du prix du repas").first()).isVisible();
    page().getByText("Établir un chiffre").click();
    page().locator("#figureValue").fill("380,50");
    page().locator("#figureMonth").fill("mai");
    page().locator("#figureReadOn").selectOption("DESK");
    page().locator("#figureNote").fill("Attestation de la CAF présentée ce matin");
    button("Établir ce chiffre");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("mois du quotient");
    assertThat(page().locator("#figureNote")).hasValue("Attestation de la CAF présentée ce matin");
    fitsAndIsAccessible("aid-figure-refused");
    page().locator("#figureMonth").fill(lastMonth());
    button("Établir ce chiffre");
    assertThat(page().getByText("Le chiffre est établi").first()).isVisible();
    assertThat(page().getByText("100 % du prix du repas").first()).isVisible();
    assertThat(page().getByText("Établi par la collectivité").first()).isVisible();
    assertThat(page().getByText("Vu au guichet, sans copie. Par Odile Renard").first()).isVisible();
    assertThat(page().getByText("La famille a déclaré : 412,00 €.").first()).isVisible();
    page().getByText("Établir un chiffre").click();
    fitsAndIsAccessible("aid-figure");
    page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Retirer ce chiffre Quotient familial"))
        .click();
    assertThat(page().getByText("Le chiffre est retiré").first()).isVisible();
    assertThat(page().getByText("50 % du prix du repas").first()).isVisible();
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
