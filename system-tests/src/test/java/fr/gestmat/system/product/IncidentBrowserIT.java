package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.gestmat.access.Role;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loss in the hands of a loan manager, and what the region sends to its finance system. */
class IncidentBrowserIT extends BrowserTest {

  private static final String MANAGER = "Marc Oberlin";

  @Test
  void aLossIsDeclaredDecidedAndToldWhy() throws SQLException {
    String device =
        Officials.text(
            "select d.public_id from device d join loan l on l.id = d.open_loan_id"
                + " where d.state = 'ON_LOAN' and d.home_school_id = (select min(id) from school)"
                + " and not exists (select 1 from incident i where i.device_id = d.id)"
                + " order by d.id limit 1");
    signOn(MANAGER, "/materiels/" + device);
    link("Déclarer un sinistre");
    button("Déclarer le sinistre");
    assertThat(page().locator("#kind-error")).isVisible();
    assertThat(page().locator("#story-error")).isVisible();
    page().locator("input[name=kind][value=LOSS]").check();
    page().locator("#happenedOn").fill(LocalDate.now().minusDays(2).toString());
    page().locator("#story").fill("Oublié dans le bus de la ligne 4.");
    button("Déclarer le sinistre");
    assertThat(page().getByText("Pas de nouveau matériel de cette sorte")).isVisible();
    button("Déclarer le matériel perdu");
    assertThat(page().getByText("Le règlement est appliqué.")).isVisible();
    assertThat(page().getByText("décidé, en cours")).isVisible();
    width(390);
    screenshot("incident-390");
    width(1280);
    screenshot("incident-1280");
    open("/sinistres");
    assertThat(page().locator("tbody tr").first()).containsText("Perte");
    open("/materiels/" + device);
    button("Annuler la dernière déclaration");
    assertThat(page().getByText(Pattern.compile("prêté", Pattern.CASE_INSENSITIVE)).first())
        .isVisible();
  }

  @Test
  void theRegionValidatesSendsAndReadsTheAnswer() throws SQLException {
    Officials.change(
        "insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id, device_id,"
            + " reason, amount, state, created_at, created_by, changed_at) select"
            + " nextval(recovery_charge_seq), uuid(), l.authority_id, l.school_id, l.pupil_id,"
            + " l.device_id, 'LOSS', 389, 'PROPOSED', utc_timestamp(6), 'Essai', utc_timestamp(6)"
            + " from loan l where l.authority_id = (select min(id) from local_authority) limit 1");
    region();
    open("/sommes?etat=PROPOSED");
    page().locator("tbody a").first().click();
    button("Valider la somme");
    assertThat(page().getByText("La somme est validée.")).isVisible();
    open("/finances");
    button("Numéroter et préparer le fichier");
    assertThat(page().getByText("Le fichier est prêt")).isVisible();
    String number =
        Officials.text(
            "select concat(charge_year, '-', lpad(number, 6, '0')) from recovery_charge"
                + " where number is not null order by id desc limit 1");
    page()
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "retour.csv",
                "text/csv",
                ("Numéro;État\n" + number + ";Payé\n2020-000001;Payé\n")
                    .getBytes(StandardCharsets.UTF_8)));
    button("Vérifier le fichier");
    assertThat(page().getByText("devient payée")).isVisible();
    assertThat(page().getByText("numéro inconnu")).isVisible();
    screenshot("finance-answer-1280");
    button("Appliquer une ligne");
    assertThat(page().getByText("Une somme a changé")).isVisible();
    open("/sommes?etat=PAID");
    assertThat(page().getByText(number)).isVisible();
  }

  @Test
  void thePoliceReportsOfFamiliesAreLookedAtOneByOne() throws SQLException {
    Officials.change(
        "insert into incident (id, public_id, authority_id, school_id, device_id, category,"
            + " loan_id, pupil_id, kind, state, happened_on, place, story, by_family, declared_at,"
            + " declared_by, police_report, police_report_on, police_report_at, police_report_by,"
            + " police_report_by_family, decided_at, decided_by) select"
            + " nextval(incident_seq), uuid(), l.authority_id, l.school_id, l.device_id, 'LAPTOP',"
            + " l.id, l.pupil_id, 'THEFT', 'DECIDED', current_date, 'Gare', 'Volé', true,"
            + " utc_timestamp(6), 'Essai', 'PV 2026/4321', current_date, utc_timestamp(6),"
            + " 'Maud Essai', true, utc_timestamp(6), 'Essai'"
            + " from loan l join device d on d.open_loan_id = l.id where d.state = 'ON_LOAN' and"
            + " l.school_id = (select min(id) from school) and not exists (select 1 from incident i"
            + " where i.device_id = d.id) order by l.id desc limit 1");
    signOn(MANAGER, "/sinistres");
    link("Plaintes à vérifier (");
    assertThat(page().locator("h1")).hasText("Dépôts de plainte à vérifier");
    Locator waiting = page().locator("tr", new Page.LocatorOptions().setHasText("PV 2026/"));
    assertThat(waiting).hasCount(1);
    assertThat(waiting).containsText("PV 2026/4321");
    assertThat(waiting).containsText("par la famille (Maud Essai), ");
    waiting.locator("a").click();
    assertThat(page().getByText("par la famille (Maud Essai), ")).isVisible();
    button("Le dépôt de plainte est vérifié");
    assertThat(page().getByText("peut être remis à l")).isVisible();
    open("/sinistres/plaintes");
    assertThat(page().getByText("Aucun dépôt de plainte à vérifier")).isVisible();
    open("/sinistres");
    assertThat(
            page()
                .getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Plaintes à vérifier").setExact(true)))
        .isVisible();
  }

  @Test
  void theCostOfAnOlderRepairIsCorrectedAndWhatIsValidatedStays() throws SQLException {
    String running =
        Officials.text(
            "select max(r.id) from repair r join device d on d.id = r.device_id where"
                + " r.returned_at is null and d.authority_id = (select min(id) from"
                + " local_authority)");
    String device =
        Officials.text(
            "select d.public_id from device d join repair r on r.device_id = d.id where r.id = ?",
            running);
    Officials.change(
        "insert into repair (id, public_id, authority_id, school_id, device_id, ticket, cost,"
            + " sent_at, sent_by, returned_at) select id - 1, uuid(), authority_id, school_id,"
            + " device_id, 'ANCIEN', 45, sent_at - interval 90 day, 'Essai', sent_at - interval 60"
            + " day from repair where id = "
            + running);
    Officials.change(
        "insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id, device_id,"
            + " repair_id, reason, amount, state, created_at, created_by, changed_at) select"
            + " nextval(recovery_charge_seq), uuid(), r.authority_id, r.school_id, (select"
            + " min(p.id) from pupil p where p.school_id = r.school_id), r.device_id, r.id,"
            + " 'BREAKAGE', 45, 'VALIDATED', utc_timestamp(6), 'Essai', utc_timestamp(6) from"
            + " repair r where r.id = "
            + running
            + " - 1");
    region();
    open("/materiels/" + device + "/reparations");
    assertThat(page().getByText("Corriger le coût ne la change plus.")).isVisible();
    assertThat(new AxeBuilder(page()).analyze().getViolations()).extracting(Rule::getId).isEmpty();
    page().locator("input[name^=cost-]").fill("beaucoup");
    button("Corriger le coût");
    assertThat(page().getByText("Écrivez un montant en euros").first()).isVisible();
    assertThat(page().locator("input[name^=cost-]")).hasValue("beaucoup");
    page().locator("input[name^=cost-]").fill("61,50");
    button("Corriger le coût");
    assertThat(page().getByText("Le coût est corrigé.")).isVisible();
    assertThat(page().locator("input[name^=cost-]")).hasValue("61,50");
    assertThat(page().getByText(Pattern.compile("Somme demandée .* 45,00"))).isVisible();
    page().locator("#swap").fill("T-SANS-SUITE");
    button("Enregistrer la réparation");
    assertThat(page().locator("#swap-error")).containsText("Vérifiez-la");
    screenshot("repairs-of-a-device-1280");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sinistres?tous=oui",
        "/sinistres/plaintes",
        "/reparations",
        "/sommes",
        "/finances",
        "DECLARE",
        "REPAIRS"
      })
  void everyPageIsAccessibleAndFitsAPhone(String address) throws SQLException {
    String device =
        Officials.text(
            "select public_id from device where state = 'IN_REPAIR' and home_school_id ="
                + " (select min(id) from school) order by id limit 1");
    region();
    open(
        switch (address) {
          case "DECLARE" -> "/sinistres/nouveau?materiel=" + device;
          case "REPAIRS" -> "/materiels/" + device + "/reparations";
          default -> address;
        });
    assertThat(page().locator("h1")).isVisible();
    for (int width : new int[] {1280, 390}) {
      width(width);
      assertThat(new AxeBuilder(page()).analyze().getViolations())
          .extracting(Rule::getId)
          .as("%s, %s pixels", address, width)
          .isEmpty();
      assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      screenshot("incidents-" + address + "-" + width);
    }
  }

  private void region() {
    signOnHere(Role.REGION_MANAGER, "/");
  }

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void link(String name) {
    page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
  }
}
