package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    assertThat(page().getByText("La demande de complément est enregistrée.").first()).isVisible();
    assertThat(
            page()
                .getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("Demander à la famille")))
        .hasCount(0);
  }

  @Test
  @DisplayName("M-I04 the page says whether the family is told, and what to do if it is not")
  void an_officer_reads_whether_the_family_is_told() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    String lina = sarne.submitted("Lina");
    Officials.change("update aid_application set applicant_email = null where public_id = ?", lina);

    as(sarne.officer);
    open("/dossiers/" + ines);
    button("Prendre en charge");
    assertThat(page().getByText("Un courriel part à la famille.").first()).isVisible();
    open("/dossiers/" + lina);
    button("Prendre en charge");
    assertThat(page().getByText("prévenez la famille vous-même").first()).isVisible();
    assertThat(page().getByText("Un courriel part à la famille.")).hasCount(0);
    fitsAndIsAccessible("aid-untold");
  }

  @Test
  @DisplayName("M-F21 an officer establishes a figure, sees it in the result, and takes it back")
  void an_officer_establishes_a_figure() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    sarne.scale(400);

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
  @DisplayName("M-F21 the figure is read on a document that the family handed in")
  void a_figure_is_read_on_a_document() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    sarne.scale(400);
    Officials.change(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory) values"
            + " (?, 'EVERYBODY', 'QUOTIENT_CERTIFICATE', true)",
        campaign(ines));
    Officials.change("update aid_application set complete_at = null where public_id = ?", ines);
    String certificate = "Attestation de quotient familial (CAF ou MSA)";
    as(sarne.parent);
    open("/justificatifs/" + ines);
    page()
        .locator("section.card", new Page.LocatorOptions().setHasText(certificate))
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("caf.png", "image/png", picture()));
    assertThat(page().getByText("caf.png").first()).isVisible();

    as(sarne.officer);
    open("/dossiers/" + ines);
    page().getByText("Établir un chiffre").click();
    page().locator("#figureValue").fill("380,50");
    page().locator("#figureMonth").fill(lastMonth());
    page().locator("#figureNote").fill("La famille avait écrit le quotient de l’an dernier");
    button("Établir ce chiffre");
    assertThat(page().locator("#figureReadOn:invalid")).hasCount(1);
    page()
        .locator("#figureReadOn")
        .selectOption(new SelectOption().setLabel(certificate + " – caf.png"));
    fitsAndIsAccessible("aid-figure-document");
    button("Établir ce chiffre");
    assertThat(page().getByText("Le chiffre est établi").first()).isVisible();
    assertThat(page().getByText("Lu sur : " + certificate + ". Par Odile Renard").first())
        .isVisible();
    assertThat(page().getByText("100 % du prix du repas").first()).isVisible();
    assertThat(page().getByText("caf.png").first()).isVisible();
    fitsAndIsAccessible("aid-figure-on-document");
  }

  private void reopen(String why, String day, String reason) {
    page().locator("input[name=why][value=" + why + "]").check();
    page().locator("#effectOn").fill(day);
    page().locator("#reopening").fill(reason);
    button("Réexaminer");
  }

  private void grant(String from) {
    button("Accorder l’aide");
    assertThat(page().getByText("L’aide est accordée.").first()).isVisible();
    assertThat(page().locator(".decision").first()).containsText(from);
  }

  @Test
  @DisplayName("M-A10, M-K04 a change of situation, then its wrong date, put right on the page")
  void the_date_of_a_change_was_wrong() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    sarne.scale(400);
    as(sarne.officer);
    open("/dossiers/" + ines);
    button("Prendre en charge");
    grant("À partir du mardi 1er septembre 2026");
    page().getByText("Réexaminer la décision").click();
    assertThat(page().locator("input[name=why]")).hasCount(2);
    reopen("SITUATION", "2027-01-15", "Chômage depuis le 15 janvier");
    assertThat(page().getByText("La décision est réexaminée.").first()).isVisible();
    Officials.change("update aid_application set family_quotient = 300 where public_id = ?", ines);
    page().reload();
    grant("À partir du vendredi 15 janvier 2027");

    page().getByText("Réexaminer la décision").click();
    assertThat(page().getByText("La situation de la famille a changé")).isVisible();
    assertThat(page().getByText("La date d’effet du dernier changement, vendredi 15")).isVisible();
    fitsAndIsAccessible("aid-reopen");
    reopen("CORRECTION", "", "Le contrat finissait le 4");
    assertThat(page().locator("#effectOn-error")).hasText("Donnez la date d’effet du changement.");
    assertThat(page().locator("input[name=why][value=CORRECTION]")).isChecked();
    assertThat(page().locator("#reopening")).hasValue("Le contrat finissait le 4");
    fitsAndIsAccessible("aid-reopen-no-date");
    reopen("CORRECTION", "2027-01-04", "Le contrat finissait le 4");
    assertThat(page().getByText("La décision est réexaminée.").first()).isVisible();
    assertThat(page().locator(".decision").first()).containsText("100 % du prix du repas");
    assertThat(page().getByText("date d’effet corrigée : lundi 4 janvier 2027")).isVisible();
    fitsAndIsAccessible("aid-reopened");
    grant("À partir du lundi 4 janvier 2027");
    fitsAndIsAccessible("aid-date-put-right");
  }

  @Test
  @DisplayName("M-I04 an officer sees which mail did not arrive, and why")
  void a_mail_that_did_not_arrive() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    String notice = Officials.text("select nextval(notice_seq)");
    String mail = Officials.text("select nextval(mail_seq)");
    Officials.change(
        "insert into notice (id, public_id, authority_id, kind, person_key, person_name,"
            + " person_address, subject_id, batch, facts, ready_at, state, created_at) select ?,"
            + " uuid(), authority_id, 'AID_IN_REVIEW', id, applicant_name, applicant_email, id,"
            + " public_id, '{}', utc_timestamp(6), 'MAILED', utc_timestamp(6) from aid_application"
            + " where public_id = ?",
        notice,
        ines);
    Officials.change(
        "insert into mail (id, public_id, authority_id, recipient_kind, recipient_id,"
            + " recipient_name, address, batch, state, attempts, next_attempt_at, failure,"
            + " created_at, finished_at) select ?, uuid(), authority_id, 'PERSON', person_key,"
            + " person_name, person_address, batch, 'FAILED', 1, ready_at, '550 no such person',"
            + " created_at, created_at from notice where id = ?",
        mail,
        notice);
    Officials.change("insert into mail_notice (mail_id, notice_id) values (?, ?)", mail, notice);

    as(sarne.officer);
    open("/dossiers/" + ines);
    Locator mails =
        page().locator("section.card", new Page.LocatorOptions().setHasText("Courriels envoyés"));
    assertThat(mails).containsText("famille@sarne.example");
    assertThat(mails).containsText("Non distribué");
    assertThat(mails).containsText("550 no such person");
    fitsAndIsAccessible("aid-mail-failed");
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
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
                .getByText("2", new Locator.GetByTextOptions().setExact(true))
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
    page()
        .locator("#document")
        .setInputFiles(new FilePayload("note.txt", "text/plain", new byte[] {1}));
    button("Ajouter la pièce");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    page().locator("#document").setInputFiles(new FilePayload("avis.png", "image/png", picture()));
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
