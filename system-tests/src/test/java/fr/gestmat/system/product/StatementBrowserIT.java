package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A statement from the first draft to the file that a bursar takes into the school's software. */
@ExtendWith(Product.class)
class StatementBrowserIT extends BrowserTest {

  private static final String BURSAR = "Marc Oberlin";
  private static final int CHILDREN = 12;

  private static String authority;
  private static String campaign;
  private static String school;

  /** Rights, a campaign of this authority, and decided applications of two schools. */
  @BeforeAll
  static void decided() throws SQLException {
    authority = Officials.text("select authority_id from account where display_name = ?", BURSAR);
    school =
        Officials.text(
            "select g.school_id from role_grant g join account a on a.id = g.account_id where"
                + " a.display_name = ? and g.school_id is not null",
            BURSAR);
    // The sample région lends only.
    Officials.change("update local_authority set runs_meal_aid = true where id = ?", authority);
    grant(BURSAR, "BURSAR", school);
    grant(Officials.of(Role.REGION_MANAGER).fullName(), "AID_MANAGER", null);
    campaign = Officials.text("select nextval(aid_campaign_seq)");
    Officials.change(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by) values (?,"
            + " uuid(), ?, 'Aide à la restauration 2026-2027', 2026, '2026-06-01', '2026-09-30',"
            + " '2027-06-30', 2025, utc_timestamp(6), 'Essai')",
        campaign,
        authority);
    Officials.change(
        "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days) values (?, 1,"
            + " '2026-09-01', '2026-12-09', 60), (?, 2, '2027-01-04', '2027-03-31', 50), (?, 3,"
            + " '2027-04-01', '2027-07-03', 40)",
        campaign,
        campaign,
        campaign);
    applications(school, CHILDREN);
    applications(
        Officials.text(
            "select max(school_id) from pupil where authority_id = ? and school_id <> ?",
            authority,
            school),
        3);
    Officials.change(
        "update aid_application set pupil_id = null where campaign_id = ? and school_id = ? order"
            + " by id limit 1",
        campaign,
        school);
  }

  private static void grant(String name, String role, String where) throws SQLException {
    Officials.change(
        "insert ignore into role_grant (id, public_id, account_id, role, school_id, granted_at,"
            + " granted_by) select next value for role_grant_seq, uuid(), id, ?, ?,"
            + " utc_timestamp(6), 'Essai' from account where display_name = ?",
        role,
        where,
        name);
  }

  private static void applications(String where, int children) throws SQLException {
    Officials.change(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number, pupil_id,"
            + " child_family_name, child_given_name, child_key, school_id, state, origin,"
            + " applicant_name, submitted_at, boarding_status, meals_a_week, created_at,"
            + " changed_at, changed_by) select next value for aid_application_seq, uuid(),"
            + " p.authority_id, ?, next value for aid_application_number, p.id, p.family_name,"
            + " p.given_name, p.external_id, p.school_id, 'GRANTED', 'FAMILY', 'Famille',"
            + " utc_timestamp(6), 'HALF_BOARDER', 4, utc_timestamp(6), utc_timestamp(6), 'Essai'"
            + " from pupil p where p.school_id = ? and p.status = 'ACTIVE' order by p.id limit "
            + children,
        campaign,
        where);
    Officials.change(
        "insert into aid_decision (id, public_id, authority_id, campaign_id, application_id,"
            + " number, outcome, inputs, amount, unit, decided_at, decided_by) select next value"
            + " for aid_decision_seq, uuid(), authority_id, campaign_id, id, 1, 'GRANTED', '{}',"
            + " 1.5, 'PER_MEAL', utc_timestamp(6), 'Essai' from aid_application where campaign_id"
            + " = ? and school_id = ?",
        campaign,
        where);
    Officials.change(
        "insert into aid_decision_term (decision_id, term, amount) select d.id, t.number,"
            + " round(t.meal_days * 0.8 * 1.5, 2) from aid_decision d join aid_application a on"
            + " a.id = d.application_id join aid_term t on t.campaign_id = d.campaign_id where"
            + " d.campaign_id = ? and a.school_id = ?",
        campaign,
        where);
  }

  private void button(String name) {
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private void manager(String path) {
    signOnHere(Role.REGION_MANAGER, "/");
    open(path);
  }

  private void bursar(String path) {
    page().context().clearCookies();
    signOn(BURSAR, path);
  }

  @Test
  void aStatementGoesFromDraftToTheSchoolsSoftware() throws Exception {
    manager("/etats?trimestre=1");
    assertThat(page().getByText("2 établissements n’ont pas encore d’état")).isVisible();
    fitsAndIsAccessible("statements-missing");
    button("Calculer les états du trimestre");
    assertThat(page().getByText("2 états sont calculés")).isVisible();
    open("/etats?trimestre=1");
    assertThat(page().getByText(Pattern.compile("^2 états$"))).isVisible();
    fitsAndIsAccessible("statements");

    bursar("/etats?trimestre=1");
    assertThat(page().locator("tbody tr")).hasCount(1);
    page().locator("tbody a").first().click();
    assertThat(page().getByText("1 ligne en erreur").first()).isVisible();
    String statement = page().url();
    fitsAndIsAccessible("statement-draft");
    button("Confirmer que l’état est juste");
    assertThat(page().getByText("L’état est contrôlé")).isVisible();

    manager("/etats");
    page().navigate(statement);
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Arrêter cet état"))
        .click();
    fitsAndIsAccessible("statement-close");
    button("Arrêter l’état");
    assertThat(page().getByText(Pattern.compile("Son numéro est EV-\\d{4}-\\d{4}"))).isVisible();
    fitsAndIsAccessible("statement-final");

    bursar("/etats?trimestre=1");
    page().locator("tbody a").first().click();
    for (String format : List.of("pdf", "xlsx", "csv")) {
      Download download =
          page()
              .waitForDownload(() -> page().locator("a[href$='/fichiers/" + format + "']").click());
      Path kept = Path.of("target", "screenshots", "etat." + format);
      download.saveAs(kept);
      assertThat(Files.size(kept)).isPositive();
      assertThat(download.suggestedFilename()).startsWith("etat-EV-").endsWith("." + format);
    }
    List<String> csv =
        Files.readAllLines(Path.of("target", "screenshots", "etat.csv"), StandardCharsets.UTF_8);
    assertThat(csv).hasSize(CHILDREN + 1);

    open("/etats?trimestre=1&etat=DRAFT");
    assertThat(page().getByText("Aucun état pour ces critères")).isVisible();
    open("/etats?trimestre=2");
    assertThat(page().getByText("Aucun état pour ce trimestre")).isVisible();
    fitsAndIsAccessible("statements-none");
    String other =
        Officials.text(
            "select public_id from aid_statement where campaign_id = ? and school_id <> ?",
            campaign,
            school);
    open("/etats/" + other);
    assertThat(page().getByText("Nous ne trouvons pas cette page")).isVisible();
  }

  @Test
  void theDaysInEachSchoolArePutRight() throws SQLException {
    String days =
        "/etats/eleves/"
            + Officials.text(
                "select max(number) from aid_application where campaign_id = ? and school_id = ?",
                campaign,
                school);
    String before =
        Officials.text(
            "select max(uai) from school where authority_id = ? and id <> ?", authority, school);
    manager(days);
    fitsAndIsAccessible("statement-days");
    page().locator("#first1").fill("2026-10-12");
    page().locator("#school2").selectOption(before);
    button("Enregistrer les jours");
    assertThat(page().getByText("Écrivez le dernier jour").first()).isVisible();
    assertThat(page().locator("#first1")).hasValue("2026-10-12");
    fitsAndIsAccessible("statement-days-wrong");

    page().locator("#last2").fill("2026-10-11");
    button("Enregistrer les jours");
    assertThat(page().getByText("Les jours sont enregistrés")).isVisible();
    assertThat(page().locator("#last1")).hasValue("2026-10-11");
    assertThat(page().locator("#first2")).hasValue("2026-10-12");

    bursar(days);
    assertThat(page().getByText("Nous ne trouvons pas cette page")).isVisible();
  }

  @Test
  void whoHasNothingToDoWithItFindsNothing() {
    signOn("Nadia Benhamou", "/etats");
    assertThat(page().getByText("Nous ne trouvons pas cette page")).isVisible();
  }
}
