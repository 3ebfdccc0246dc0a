package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bursar, the officer, the manager and the family, from the visa to the appeal. */
class AidReviewBrowserIT extends BrowserTest {

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private void link(String name) {
    page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private void as(String login) {
    signOnHere(login, SarneAid.PASSWORD, "/");
  }

  @Test
  void fromTheVisaToTheAppeal() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    sarne.submitted("Noé");
    sarne.submitted("Lina");

    as(sarne.bursar);
    open("/");
    link("Visas");
    fitsAndIsAccessible("visas");
    link("4A");
    fitsAndIsAccessible("visa-class");
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page().locator("table.visa")).isVisible();
    assertThat(page().getByText("Viser les lignes cochées")).isHidden();
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page().locator("input[name=dossier][value='" + ines + "']").setChecked(true);
    button("Viser les lignes cochées");
    assertThat(page().getByText(Pattern.compile("visée")).first()).isVisible();
    assertThat(
            page()
                .locator("#l-" + ines)
                .getByText("Visé", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    page().locator("input[name=dossier]:checked").all().forEach(Locator::uncheck);
    page().locator("#class-" + ines).press("Enter");
    assertThat(page().getByText("Choisissez au moins un dossier.").first()).isVisible();
    page().locator("#l-" + ines).getByText("Annuler le visa").click();
    assertThat(page().locator("#l-" + ines).getByText("À viser")).isVisible();
    page().locator("input[name=dossier][value='" + ines + "']").setChecked(true);
    button("Viser les lignes cochées");
    assertThat(page().locator("#l-" + ines).getByText("Annuler le visa")).isVisible();

    as(sarne.officer);
    open("/");
    link("Dossiers d’aide");
    assertThat(page().locator("a:text-is('CARLIER Inès')")).isVisible();
    fitsAndIsAccessible("aid-list");
    link("CARLIER Inès");
    fitsAndIsAccessible("aid-file");
    button("Prendre en charge");
    assertThat(page().getByText("Vous instruisez ce dossier.")).isVisible();
    page().locator("#reason").fill("");
    button("Refuser");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("motif du refus");
    assertThat(page().locator("#reason"))
        .hasAttribute("aria-describedby", "reason-error reason-hint");
    page().locator("#reason").fill("Le quotient familial dépasse le plafond.");
    button("Refuser");
    assertThat(page().getByText("L’aide est refusée.")).isVisible();
    reloadUntil("Ouvrir le courrier");
    fitsAndIsAccessible("aid-file-refused");

    as(sarne.parent);
    open("/aide/dossiers/" + ines);
    assertThat(page().getByText("Aide non accordée")).isVisible();
    fitsAndIsAccessible("aid-family");
    page().getByText("Contester cette décision").click();
    page().locator("#body").fill("Mon revenu a baissé en septembre.");
    button("Envoyer mon recours");
    assertThat(page().getByText("Votre recours est enregistré.")).isVisible();

    as(sarne.officer);
    open("/dossiers/recours");
    fitsAndIsAccessible("aid-appeals");
    link("Inès CARLIER");
    page().locator("#answer").fill("Le nouveau revenu est pris en compte.");
    button("Accepter et réexaminer");
    assertThat(page().getByText("prenez maintenant la nouvelle décision")).isVisible();
    open("/dossiers/papier");
    fitsAndIsAccessible("aid-paper");

    asksBeforeTheWholeListIsDecided();
    open("/dossiers");
    page().locator("input[name=dossier]").first().check();
    page().getByText("Traiter plusieurs dossiers").click();
    page().locator("#action").selectOption("TAKE");
    button("Traiter les dossiers choisis");
    assertThat(page().getByText("Terminé")).isVisible();
    fitsAndIsAccessible("aid-batch");

    as(sarne.manager);
    open("/dossiers/courriers");
    fitsAndIsAccessible("aid-letters");
    button("Modifier Aide non accordée");
    page().locator("#footer").fill("x".repeat(191));
    button("Enregistrer");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    fitsAndIsAccessible("aid-letter");
    page().locator("#footer").fill("Hôtel du Département");
    button("Enregistrer");
    button("Publier cette version");
    assertThat(page().getByText("Le modèle est publié.")).isVisible();
  }

  private void asksBeforeTheWholeListIsDecided() {
    open("/dossiers?etat=TOUS");
    page().getByText("Traiter plusieurs dossiers").click();
    page().locator("#action").selectOption("CLOSE");
    page().locator("#reason").fill("Campagne annulée");
    button("Traiter les dossiers choisis");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Choisissez au moins un dossier.");
    assertThat(page().locator("#reason")).hasValue("Campagne annulée");
    assertThat(page().locator("#action")).hasValue("CLOSE");
    button("Traiter toute la liste filtrée");
    assertThat(page().getByText("Tous les états")).isVisible();
    assertThat(page().getByText("Motif : Campagne annulée")).isVisible();
    assertThat(page().locator("input[name=nombre]")).hasValue(Pattern.compile("[1-9][0-9]*"));
    fitsAndIsAccessible("aid-batch-confirm");
    link("Revenir sans rien changer");
    assertThat(page().locator("a:text-is('CARLIER Inès')")).isVisible();
  }

  @Test
  @DisplayName("M-A09 who comes second sees who is there, and unlocks the actions to act")
  void actionsAreUnlocked() throws Exception {
    SarneAid sarne = SarneAid.found();
    String ines = sarne.submitted("Inès");
    as(sarne.officer);
    page()
        .waitForResponse(said -> said.url().endsWith("/presence"), () -> open("/dossiers/" + ines));

    as(sarne.colleague);
    open("/dossiers/" + ines);
    assertThat(page().locator("main")).containsText("Odile Renard");
    Locator refuse =
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refuser"));
    assertThat(refuse).isHidden();
    fitsAndIsAccessible("aid-file-locked");
    page().getByText("Débloquer les actions").click();
    assertThat(refuse).isVisible();
    page().locator("#reason").fill("Le quotient familial dépasse le plafond.");
    refuse.click();
    assertThat(page().getByText("L’aide est refusée.")).isVisible();
  }
}
