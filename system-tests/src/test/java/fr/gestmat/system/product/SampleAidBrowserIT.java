package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.gestmat.access.Role;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What newcomers find of canteen aid in the sample territory: two campaigns full of life. */
class SampleAidBrowserIT extends FamilyBrowserTest {

  private static long count(String where, int yearsAgo) throws SQLException {
    return Long.parseLong(
        Officials.text(
            "select count(*) from aid_application a join aid_campaign c on c.id = a.campaign_id"
                + " where c.public_id = ? and "
                + where,
            SarneAid.campaign(yearsAgo)));
  }

  @Test
  void applications_stand_in_every_state() throws SQLException {
    for (String state :
        new String[] {
          "DRAFT", "SUBMITTED", "IN_REVIEW", "TO_COMPLETE", "GRANTED", "REFUSED", "WITHDRAWN"
        }) {
      assertThat(count("a.state = '" + state + "'", 0)).as(state).isPositive();
    }
    Assertions.assertThat(count("a.submitted_at is not null", 0)).isBetween(80L, 130L);
    Assertions.assertThat(count("a.state in ('GRANTED', 'REFUSED', 'CLOSED')", 1))
        .isBetween(80L, 150L);
    assertThat(count("a.first_term > 1", 1)).isPositive();
    assertThat(count("a.language = 'en'", 0)).isPositive();
    assertThat(
            count(
                "exists (select 1 from aid_contributor x where x.application_id = a.id and x.kind ="
                    + " 'SEPARATED' and x.answers is not null)",
                0))
        .isPositive();
  }

  @Test
  void an_officer_finds_work() throws SQLException {
    signOnHere(Role.AID_OFFICER, "/");
    String list = "/dossiers?campagne=" + SarneAid.campaign(0);
    for (String state : new String[] {"SUBMITTED", "IN_REVIEW", "TO_COMPLETE", "REFUSED"}) {
      open(list + "&etat=" + state);
      assertThat(page().locator("tbody tr").first()).isVisible();
    }
    open(list + "&etat=TOUS");
    fitsAndIsAccessible("sample-list");
    open("/dossiers/charges?campagne=" + SarneAid.campaign(0));
    fitsAndIsAccessible("sample-loads");
    open("/dossiers/recours");
    fitsAndIsAccessible("sample-appeals");
    for (String state : new String[] {"TO_COMPLETE", "GRANTED", "REFUSED"}) {
      open(list + "&etat=" + state);
      page().locator("tbody th a").last().click();
      fitsAndIsAccessible("sample-file-" + state);
    }
  }

  @Test
  void a_document_of_a_family_opens() throws SQLException {
    String application =
        Officials.text(
            "select a.public_id from aid_application a join aid_document d on d.application_id ="
                + " a.id join aid_campaign c on c.id = a.campaign_id where c.public_id = ? limit 1",
            SarneAid.campaign(0));
    signOnHere(Role.AID_OFFICER, "/");
    open("/dossiers/" + application);
    fitsAndIsAccessible("sample-file-document");
    Locator link = page().locator("a[href^='/document/']").first();
    APIResponse opened = page().context().request().get(address() + link.getAttribute("href"));
    Assertions.assertThat(new String(opened.body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF")
        .contains("EXEMPLE");
  }

  @Test
  void the_letters_of_the_last_week_are_made() throws SQLException {
    String application =
        Officials.text(
            "select a.public_id from aid_application a join aid_letter l on l.application_id = a.id"
                + " join aid_campaign c on c.id = a.campaign_id where c.public_id = ? limit 1",
            SarneAid.campaign(0));
    signOnHere(Role.AID_OFFICER, "/");
    open("/dossiers/" + application);
    reloadUntil("Ouvrir le courrier");
  }

  /** Opening a final statement compares its lines with its seal. */
  @Test
  void last_years_statements_are_final_and_this_years_are_being_made() throws SQLException {
    signOnHere(Role.AID_MANAGER, "/");
    for (int term = 1; term <= 3; term++) {
      open("/etats?trimestre=" + term + "&campagne=" + SarneAid.campaign(1));
      assertThat(page().locator("tbody tr")).hasCount(5);
    }
    fitsAndIsAccessible("sample-statements");
    for (String statement :
        Officials.text(
                "select group_concat(s.public_id) from aid_statement s join aid_campaign c on c.id"
                    + " = s.campaign_id where c.public_id = ?",
                SarneAid.campaign(1))
            .split(",", -1)) {
      open("/etats/" + statement);
      assertThat(page().locator("tbody tr").first()).isVisible();
    }
    fitsAndIsAccessible("sample-statement");
    assertThat(
            Long.parseLong(
                Officials.text(
                    "select count(*) from aid_statement_line l join aid_statement s on s.id ="
                        + " l.statement_id join aid_campaign c on c.id = s.campaign_id where"
                        + " c.public_id = ? and l.kind = 'ARREARS'",
                    SarneAid.campaign(1))))
        .isPositive();
    open("/etats?trimestre=1&campagne=" + SarneAid.campaign(0));
    // "Calculer" what is missing, "Recalculer" once the year of another test made them all.
    assertThat(page().locator("main")).containsText("alculer les états");
    fitsAndIsAccessible("sample-statements-open");
  }

  @Test
  void a_scale_is_tried_on_last_years_applications() throws SQLException {
    signOnHere(Role.AID_MANAGER, "/");
    open("/aides/campagnes/" + SarneAid.campaign(0) + "/baremes/simulation");
    fitsAndIsAccessible("sample-trial");
    open("/aides/suivi?campagne=" + SarneAid.campaign(1));
    fitsAndIsAccessible("sample-follow-up");
    open("/aides/suivi?campagne=" + SarneAid.campaign(0));
    fitsAndIsAccessible("sample-follow-up-running");
  }

  @Test
  void a_bursar_finds_visas_to_give() throws SQLException {
    page().context().clearCookies();
    enter("Odile Fontaine", "/visas?campagne=" + SarneAid.campaign(0));
    page().waitForURL("**/visas**", new Page.WaitForURLOptions());
    fitsAndIsAccessible("sample-visas");
    page().locator("tbody a").first().click();
    fitsAndIsAccessible("sample-visa-class");
  }
}
