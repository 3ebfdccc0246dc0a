package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who runs campaigns, and who types for families. */
class AidManagerBrowserIT extends BrowserTest {

  private void sound(String name) {
    assertThat(new AxeBuilder(page()).analyze().getViolations())
        .as(name)
        .extracting(Rule::getId)
        .isEmpty();
    screenshot("campagne-" + name);
  }

  private void press(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)))
        .first()
        .click();
  }

  @Test
  void a_campaign_is_copied_completed_and_published() throws SQLException {
    signOnHere(Role.AID_MANAGER, "/aides/campagnes");
    sound("liste");
    page().locator("tbody th a[href*='" + SarneAid.campaign(0) + "']").click();
    sound("vue");
    width(390);
    sound("vue-390");
    width(1280);
    page().getByText("Copier vers").first().click();
    String name = "Essai " + System.nanoTime();
    page().locator("[name=name]").fill(name);
    press("Copier la campagne");
    assertThat(page().locator("h1")).hasText(name);
    for (String part :
        List.of("dates", "questions", "regles", "pieces", "textes", "fonctionnement")) {
      page().locator("a[href$='/reglages/" + part + "']").click();
      sound(part);
      if (part.equals("dates")) {
        page().locator("[name=closesOn]").fill("2020-01-01");
        press("Enregistrer");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText("avant");
        page().goBack();
        page().reload();
      }
      press("Enregistrer");
      assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("enregistrés");
    }
    // M-F24: nobody could be decided without a scale.
    assertThat(page().locator(".notice.warning")).containsText("Aucun barème n’est publié");
    String campaign = page().url();
    page().locator("a[href$='/baremes']").click();
    // The scale was copied with the campaign, to be read once more before it counts.
    page().getByText("Continuer l’écriture").click();
    press("Enregistrer et contrôler");
    press("Publier le barème");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("version 1 est publiée");
    page().navigate(campaign);
    press("Publier la campagne");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("publiée");

    // Families were told these days: one that comes sooner is confirmed.
    page().locator("a[href$='/reglages/dates']").click();
    String told = page().locator("[name=closesOn]").inputValue();
    String sooner = LocalDate.parse(told).minusDays(1).toString();
    page().locator("[name=closesOn]").fill(sooner);
    Locator lastPeriod = page().locator("[name^=lateEnds][value='" + told + "']");
    if (lastPeriod.count() > 0) {
      lastPeriod.last().fill(sooner);
    }
    press("Enregistrer");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Les familles ont lu");
    assertThat(page().locator("[name=closesOn]")).hasValue(sooner);
    sound("date-avancee");
    page().locator("#sooner").check();
    press("Enregistrer");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("enregistrés");
  }

  @Test
  void a_school_outside_of_the_directory_is_added() {
    signOnHere(Role.AID_MANAGER, "/aides/etablissements");
    sound("etablissements");
    page().locator("[name=uai]").fill("12");
    press("Ajouter");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("sept chiffres");
  }

  @Test
  void an_officer_types_for_a_family_that_wrote() throws SQLException {
    FamilyBrowserTest.nobodyApplied();
    signOnHere(Role.AID_OFFICER, "/aides/saisie");
    page().locator("#nom").fill("vasseur");
    page().locator("#nom").press("Enter");
    sound("saisie");
    page().getByText("Noé").first().click();
    sound("saisie-eleve");
    Locator adult = page().locator("[name=responsable]:not([value=''])").first();
    adult.check();
    press("Commencer la saisie");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(adult).isChecked();
    page().locator("[name=responsable][value='']").check();
    page().locator("[name=name]").fill("Lucie Vasseur");
    press("Commencer la saisie");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("le jour où la demande est arrivée");
    assertThat(page().locator("[name=name]")).hasValue("Lucie Vasseur");
    page().locator("[name=receivedOn]").fill(LocalDate.now(ZoneId.of("Europe/Paris")).toString());
    press("Commencer la saisie");
    assertThat(page()).hasURL(Pattern.compile(".*questions/living$"));
    page().locator("input[name=living][value=ALONE]").check();
    press("Continuer");
    assertThat(page()).hasURL(Pattern.compile(".*questions/address$"));
    open("/aides/saisie");
    assertThat(page().getByText("Saisies à terminer")).isVisible();
    sound("saisies-a-terminer");
    page().getByText("Effacer").first().click();
    assertThat(page()).hasURL(Pattern.compile(".*/retrait$"));
  }

  @Test
  void an_officer_names_a_child_outside_of_the_directory() {
    signOnHere(Role.AID_OFFICER, "/aides/saisie/hors-annuaire");
    sound("saisie-hors-annuaire");
    page().locator("[name=givenName]").fill("Zoé");
    press("Commencer la saisie");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Choisissez l’établissement");
    assertThat(page().locator("[name=givenName]")).hasValue("Zoé");
  }
}
