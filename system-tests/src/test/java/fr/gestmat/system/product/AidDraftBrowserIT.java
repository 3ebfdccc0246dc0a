package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
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

  /** The form for a child of a school outside the feeds, filled in and sent. */
  private void typeOutside(String campaign, String school) {
    page().locator("[name=campagne]").selectOption(campaign);
    type("receivedOn", LocalDate.now(ZoneId.of("Europe/Paris")).toString());
    type("givenName", "Zoé");
    type("familyName", "Marchal");
    type("birthDate", "2013-05-04");
    page().locator("[name=school]").selectOption(school);
    type("name", "Nadège Marchal");
    button("^Commencer la saisie$").click();
  }

  @Test
  @DisplayName("M-D09 for a child outside the feeds the page leads to the family's draft, too")
  void a_draft_for_a_child_outside_the_feeds() throws Exception {
    String campaign = SarneAid.campaign(0);
    String school = UUID.randomUUID().toString();
    String draft = UUID.randomUUID().toString();
    Officials.change(
        "insert into school (id, public_id, authority_id, uai, name) select next value for"
            + " school_seq, ?, authority_id, '0990998X', 'Sainte-Marthe' from aid_campaign where"
            + " public_id = ?",
        school,
        campaign);
    Officials.change(
        "insert into aid_school (school_id, sector, by_hand) select id, 'PRIVATE_UNDER_CONTRACT',"
            + " true from school where public_id = ?",
        school);
    Officials.change(
        "insert into aid_application (id, public_id, authority_id, campaign_id,"
            + " child_family_name, child_given_name, child_birth_date, child_key, school_id, state,"
            + " origin, applicant_name, created_at, changed_at, changed_by) select next value for"
            + " aid_application_seq, ?, c.authority_id, c.id, 'MARCHAL', 'Zoé', '2013-05-04',"
            + " 'MARCHAL/ZOE/2013-05-04', s.id, 'DRAFT', 'FAMILY', 'Nadège Marchal',"
            + " utc_timestamp(6), utc_timestamp(6), 'Nadège Marchal' from aid_campaign c join"
            + " school s on s.public_id = ? where c.public_id = ?",
        draft,
        school,
        campaign);

    signOnHere(Role.AID_OFFICER, "/aides/saisie/hors-annuaire");
    typeOutside(campaign, school);
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(
            page()
                .getByText("Nadège Marchal a commencé une demande pour cet enfant sans l’envoyer"))
        .isVisible();
    assertThat(page().locator("[name=givenName]")).hasValue("Zoé");
    fitsAndIsAccessible("saisie-hors-annuaire-brouillon");
    page().getByText("Classer ce brouillon").click();
    assertThat(page()).hasURL(Pattern.compile(".*/aides/saisie/brouillons/" + draft));
    assertThat(page().locator("h1")).containsText("Zoé MARCHAL");
    page().locator("#reason").fill(REASON);
    button("^Classer ce brouillon$").click();
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("Le brouillon est classé");
    assertThat(page()).hasURL(Pattern.compile(".*/aides/saisie/hors-annuaire$"));

    typeOutside(campaign, school);
    at("questions/living");
  }
}
