package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A loan manager keeps a device for a pupil, and refuses what a pupil says was given back. */
class ReservationBrowserIT extends BrowserTest {

  private static final String MANAGER = "Marc Oberlin";

  @Test
  @DisplayName("L059 a device is kept for a pupil from its page, listed, and set free again")
  void l059_a_device_is_kept_listed_and_set_free() throws SQLException {
    String device =
        Officials.text(
            "select public_id from device d where state = 'IN_STOCK' and home_school_id ="
                + " (select min(id) from school) and place_school_id = home_school_id"
                + " and not exists (select 1 from device_reservation r"
                + " where r.open_device_id = d.id) order by id desc limit 1");
    String tag = Officials.text("select asset_tag from device where public_id = '" + device + "'");
    String pupil =
        Officials.text(
            "select family_name from pupil where school_id = (select min(id) from school)"
                + " and status = 'ACTIVE' order by id limit 1");
    signOn(MANAGER, "/materiels/" + device);
    link("Réserver à un élève");
    fitsAndIsAccessible("reserve-empty");
    page().getByLabel("Nom de l’élève").fill(pupil);
    page().getByLabel("Nom de l’élève").press("Enter");
    page().locator("input[name=eleve]").first().check();
    fitsAndIsAccessible("reserve");
    button("Réserver le matériel");
    assertThat(page().getByText("Le matériel est réservé.")).isVisible();
    assertThat(page().getByText("Réservé à", new Page.GetByTextOptions().setExact(true)))
        .isVisible();
    fitsAndIsAccessible("device-reserved");

    open("/materiels");
    link("Matériels réservés");
    assertThat(page().locator("tbody").getByText(tag).first()).isVisible();
    fitsAndIsAccessible("reservations");
    page()
        .locator("tr")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(tag))
        .getByRole(AriaRole.BUTTON)
        .click();
    assertThat(page().getByText("Le matériel n’est plus réservé.")).isVisible();
  }

  @Test
  @DisplayName("L073 a claim that is not found is refused with a reason that the family reads")
  void l073_a_claim_is_refused_with_a_reason() throws SQLException {
    String device =
        Officials.text(
            "select d.public_id from device d join loan l on l.id = d.open_loan_id"
                + " where d.state = 'ON_LOAN' and l.state = 'OPEN' and d.home_school_id ="
                + " (select min(id) from school) and l.school_id = d.home_school_id"
                + " and not exists (select 1 from incident i where i.device_id = d.id)"
                + " order by d.id desc limit 1");
    signOn(MANAGER, "/materiels/" + device);
    link("L’élève dit l’avoir rendu");
    page().locator("#claimedOn").fill(LocalDate.now().toString());
    button("Noter ce que dit l’élève");
    link("Refuser : le matériel n’est pas retrouvé");
    button("Refuser et prévenir la famille");
    assertThat(page().locator("#motif-error")).isVisible();
    fitsAndIsAccessible("claim-refuse");
    page().locator("#motif").fill("Ni à la loge, ni dans l’armoire du CDI.");
    button("Refuser et prévenir la famille");
    assertThat(page().getByText("Le prêt court à nouveau.").first()).isVisible();
    assertThat(page().getByText(Pattern.compile("Ni à la loge"))).isVisible();
  }

  private void link(String name) {
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private void button(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
