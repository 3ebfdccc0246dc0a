package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A year of canteen aid on the sample territory, by everybody who takes part: two separated parents
 * with three children, the bursar, the officer and the manager.
 */
class AidYearBrowserIT extends FamilyBrowserTest {

  private static final String BURSAR = "Odile Fontaine";

  private String campaign;

  @BeforeEach
  void theCampaign() throws SQLException {
    campaign = SarneAid.campaign(0);
  }

  private void portal(String fullName, String path) {
    page().context().clearCookies();
    enter(fullName, path);
  }

  private static String application(String child) throws SQLException {
    return Officials.text(
        "select public_id from aid_application where applicant_name = ? and child_given_name = ?",
        MOTHER,
        child);
  }

  private void press(String name) {
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  @Test
  void from_the_phone_to_the_appeal() throws SQLException {
    theMotherApplies();
    theFatherGivesHisPart();
    theBursarConfirms();
    theOfficerDecides();
    String statement = theStatementLeaves();
    theMotherAppeals();
    theAppealIsGranted();
    theNextStatementMakesUpForIt(statement);
  }

  private void theMotherApplies() {
    width(390);
    portal(MOTHER, "/aide");
    button("Commencer la demande").click();
    household();
    child(1, "ALTERNATING");
    child(2, "ALTERNATING");
    child(3, "WITH_ME");
    at("questions/message");
    go();
    page().locator("#certifie").check();
    button("Envoyer mes 3 demandes").click();
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("envoyé");
    fitsAndIsAccessible("year-sent");
  }

  private void theFatherGivesHisPart() {
    width(390);
    portal(FATHER, "/aide");
    Locator parts =
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Donner ma part"));
    assertThat(parts).hasCount(2);
    for (int left = 2; left > 0; left--) {
      parts.first().click();
      assertThat(page().locator("body")).not().containsText("Lavoir");
      type("street", "18 quai des Tanneurs");
      type("postalCode", "99120");
      type("town", "Aubreville");
      type("dependents", "2");
      choose("provider", "NONE");
      choose("taxKnown", "NO");
      fitsAndIsAccessible("year-part");
      press("Envoyer ma part");
      assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("Votre part");
      open("/aide");
    }
    assertThat(parts).hasCount(0);
  }

  private void theBursarConfirms() throws SQLException {
    portal(BURSAR, "/visas?campagne=" + campaign);
    for (String child : List.of("Inès", "Tom", "Zoé")) {
      open("/visas?campagne=" + campaign);
      page()
          .getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions()
                  .setName(
                      Officials.text(
                          "select c.name from aid_application a join pupil p on p.id = a.pupil_id"
                              + " join school_class c on c.id = p.class_id where a.public_id = ?",
                          application(child))))
          .click();
      String line = "#l-" + application(child);
      page().locator(line + " input[name=dossier]").setChecked(true);
      press("Viser les lignes cochées");
      assertThat(page().locator(line)).containsText("Visé");
    }
    fitsAndIsAccessible("year-visas");
  }

  private void theOfficerDecides() throws SQLException {
    signOnHere(Role.AID_OFFICER, "/dossiers?campagne=" + campaign);
    fitsAndIsAccessible("year-list");
    for (String child : List.of("Inès", "Zoé")) {
      open("/dossiers/" + application(child));
      press("Prendre en charge");
      assertThat(page().locator("main")).containsText(Pattern.compile("50.% du prix du repas"));
      assertThat(page().locator("main")).containsText("Demande commencée");
      fitsAndIsAccessible("year-file");
      press("Accorder l’aide");
      reloadUntil("Ouvrir le courrier");
      fitsAndIsAccessible("year-granted");
    }
    open("/dossiers/" + application("Tom"));
    press("Prendre en charge");
    page().locator("#reason").fill("Tom est déjà aidé par un autre département.");
    press("Refuser");
    reloadUntil("Ouvrir le courrier");
  }

  /** The statement of the first term: two of the three. Returns its address. */
  private String theStatementLeaves() throws SQLException {
    String list = "/etats?trimestre=1&campagne=" + campaign;
    signOnHere(Role.AID_MANAGER, list);
    press("Calculer les états du trimestre");
    assertThat(page().getByText(Pattern.compile("calculé")).first()).isVisible();
    open(list);
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Collège des Deux Rives"))
        .click();
    String statement = page().url();

    portal(BURSAR, list);
    page().navigate(statement);
    assertThat(page().locator("main")).containsText("Zoé");
    assertThat(page().locator("main")).not().containsText("Tom");
    // The scale gives a share of the price: only the school knows the invoice.
    assertThat(page().locator("tbody tr").last()).containsText("part de la facture");
    press("Confirmer que l’état est juste");
    assertThat(page().getByText("L’état est contrôlé")).isVisible();

    signOnHere(Role.AID_MANAGER, list);
    page().navigate(statement);
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Arrêter cet état"))
        .click();
    press("Arrêter l’état");
    assertThat(page().getByText(Pattern.compile("Son numéro est EV-\\d{4}-\\d{4}"))).isVisible();
    fitsAndIsAccessible("year-statement");
    return statement;
  }

  private void theMotherAppeals() throws SQLException {
    portal(MOTHER, "/aide/dossiers/" + application("Tom"));
    assertThat(page().getByText("Aide non accordée")).isVisible();
    fitsAndIsAccessible("year-refused");
    page().getByText("Contester cette décision").click();
    page().locator("#body").fill("Tom habite la Sarne et n’a aucune autre aide.");
    press("Envoyer mon recours");
    assertThat(page().getByText("Votre recours est enregistré.")).isVisible();
  }

  private void theAppealIsGranted() throws SQLException {
    signOnHere(Role.AID_OFFICER, "/dossiers/recours");
    page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Tom.*CARLIER")))
        .click();
    page().locator("#answer").fill("Aucune autre aide : la décision est à reprendre.");
    press("Accepter et réexaminer");
    page().locator("#reason").fill("");
    press("Accorder l’aide");
    assertThat(page().getByText("Aide accordée").first()).isVisible();
    reloadUntil("Ouvrir le courrier");
    fitsAndIsAccessible("year-appeal-granted");

    portal(MOTHER, "/aide/dossiers/" + application("Tom"));
    assertThat(page().getByText("Aide accordée").first()).isVisible();
  }

  private void theNextStatementMakesUpForIt(String statement) {
    signOnHere(Role.AID_MANAGER, "/etats");
    page().navigate(statement);
    press("Calculer un état correctif");
    assertThat(page().locator("main")).containsText("Tom");
    assertThat(page().locator("main")).not().containsText("Zoé");
    fitsAndIsAccessible("year-correction");
  }
}
