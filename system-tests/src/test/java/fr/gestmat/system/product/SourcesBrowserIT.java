package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import fr.gestmat.demo.source.ParticulierSimulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An administrator sets official sources up, tries them, and looks after what waits. */
class SourcesBrowserIT extends BrowserTest {

  private static final String PAGE = "/aides/sources";

  private void administrator() {
    signOnHere(Role.ADMIN, "/");
  }

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void link(String name) {
    page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private void saysSomewhere(String text) {
    assertThat(page().getByText(text).first()).isVisible();
  }

  private void barrierFree() {
    assertThat(new AxeBuilder(page()).analyze().getViolations()).extracting(Rule::getId).isEmpty();
  }

  @Test
  void sourcesAreSetUpTriedAndLookedAfter() throws SQLException {
    runMealAid();
    administrator();
    link("Administration");
    link("Sources officielles");
    saysSomewhere("À l’arrêt");
    button("Mettre en marche");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Enregistrez d’abord le SIRET");
    button("Essayer");
    saysSomewhere("Il manque le SIRET ou le jeton");
    barrierFree();

    page().locator("#recipient").fill("13002526500014");
    page().locator("#token").fill("pas un jeton");
    button("Enregistrer");
    assertThat(page().locator("#recipient-error")).containsText("Ce SIRET n’est pas juste");
    assertThat(page().locator("#token-error")).containsText("Ce n’est pas un jeton");
    assertThat(page().locator("#recipient")).hasValue("13002526500014");
    barrierFree();

    page().locator("#recipient").fill("130 025 265 00013");
    page()
        .locator("#token")
        .fill(ParticulierSimulator.token(Instant.now().plus(Duration.ofDays(20))));
    page().locator("#schoolingVersion").selectOption("5");
    button("Enregistrer");
    saysSomewhere("Les réglages et le jeton sont enregistrés");
    saysSomewhere("Le jeton expire bientôt");
    button("Mettre en marche");
    saysSomewhere("En marche");
    button("Essayer");
    saysSomewhere("La source répond et accepte votre jeton");
    open("/");
    link("Le jeton des sources officielles expire le");
    assertThat(page()).hasURL(address() + PAGE);

    fillTheQueue();
    open(PAGE + "?etat=FAILED");
    assertThat(page().locator("tbody tr")).hasCount(1);
    screenshot("sources-1280");
    barrierFree();
    width(390);
    screenshot("sources-390");
    assertThat(
            (int)
                page()
                    .evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isLessThanOrEqualTo(0);
    barrierFree();
    width(1280);
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Redemander")).click();
    saysSomewhere("La demande repart dans la minute");
    open(PAGE + "?etat=POSTPONED");
    saysSomewhere("les bourses sont connues à la mi-octobre");
    screenshot("sources-postponed-1280");
    open("/administration/journal");
    saysSomewhere("Jeton des sources officielles enregistré");

    open(PAGE);
    button("Arrêter les demandes");
    saysSomewhere("Les sources officielles sont à l’arrêt");
  }

  /** The sample région lends only. */
  private static void runMealAid() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update local_authority set runs_meal_aid = true where kind = 'REGION'");
    }
  }

  /** Applications of invented families, each with a question in another state. */
  private static void fillTheQueue() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      long authority = Long.parseLong(Officials.text("select min(id) from local_authority"));
      long campaign = Long.parseLong(Officials.text("select next value for aid_campaign_seq"));
      statement.executeUpdate(
          "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
              + " full_effect_until, closes_on, income_year) values ("
              + campaign
              + ", uuid(), "
              + authority
              + ", 'Sources', 2026, '2026-05-01', '2026-09-30', '2027-03-31', 2025)");
      String[] states = {"ANSWERED", "ANSWERED", "NOT_FOUND", "TO_CHECK", "FAILED", "POSTPONED"};
      for (int i = 0; i < states.length; i++) {
        question(connection, authority, campaign, i, states[i]);
      }
    }
  }

  private static void question(
      Connection connection, long authority, long campaign, int i, String state)
      throws SQLException {
    long application = Long.parseLong(Officials.text("select next value for aid_application_seq"));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into aid_application (id, public_id, authority_id, campaign_id, number,"
                + " child_family_name, child_given_name, child_key, state, origin, applicant_name,"
                + " submitted_at, created_at, changed_at, changed_by) values (?, uuid(), ?, ?,"
                + " next value for aid_application_number, 'Essai', 'Enfant', ?, 'SUBMITTED',"
                + " 'FAMILY', 'Parent', utc_timestamp(6), utc_timestamp(6), utc_timestamp(6),"
                + " 'Parent')")) {
      insert.setLong(1, application);
      insert.setLong(2, authority);
      insert.setLong(3, campaign);
      insert.setString(4, "SOURCE" + i);
      insert.executeUpdate();
    }
    boolean open = state.equals("POSTPONED");
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into source_call (id, public_id, authority_id, application_id, kind, subject,"
                + " subject_name, question, state, due_at, attempts, requested_at, requester_name,"
                + " purpose, answered_at, code, quotient) values (next value for source_call_seq,"
                + " uuid(), ?, ?, ?, ?, 'Parent', 'a=1', ?, if(?, utc_timestamp(6) + interval 90"
                + " day, null), 1, utc_timestamp(6), 'Parent', 'AID_REVIEW', utc_timestamp(6), ?,"
                + " ?)")) {
      insert.setLong(1, authority);
      insert.setLong(2, application);
      insert.setString(3, open ? "SCHOLARSHIP" : "FAMILY_QUOTIENT");
      insert.setString(4, open ? "PUPIL" : "APPLICANT");
      insert.setString(5, state);
      insert.setBoolean(6, open);
      insert.setString(
          7,
          switch (state) {
            case "NOT_FOUND" -> "37003";
            case "TO_CHECK" -> "00366";
            case "FAILED" -> "37002";
            default -> null;
          });
      insert.setString(8, state.equals("ANSWERED") ? "412" : null);
      insert.executeUpdate();
    }
  }
}
