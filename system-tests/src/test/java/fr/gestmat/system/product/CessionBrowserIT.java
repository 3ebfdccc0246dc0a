package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The end of schooling: a pupil on a phone, and the loan manager who issues the certificate. */
class CessionBrowserIT extends BrowserTest {

  private static final String MANAGER = "Marc Oberlin";

  /** The database id of a pupil of the portal with a device; grown up, in the final year. */
  private static String pupil() throws SQLException {
    String id = PortalPupil.RAYAN.withDevice();
    Officials.change(
        "update pupil set birth_date = '2000-05-05', grade_id = (select min(g.id) from grade g where"
            + " g.authority_id = pupil.authority_id and g.mef_code like '202%') where id = ?",
        id);
    return id;
  }

  private Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private void isFitAndAccessible(String what) {
    for (int width : new int[] {1280, 390}) {
      width(width);
      assertThat(new AxeBuilder(page()).analyze().getViolations())
          .extracting(Rule::getId)
          .as("%s, %s pixels", what, width)
          .isEmpty();
      assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
          .as("%s, %s pixels", what, width)
          .isLessThanOrEqualTo(width);
      screenshot("cession-" + what + "-" + width);
    }
  }

  @Test
  void a_pupil_of_age_chooses_changes_and_takes_the_certificate_that_the_school_issues()
      throws SQLException, IOException {
    String id = pupil();
    String name = PortalPupil.RAYAN.fullName();
    String loan =
        Officials.text(
            "select public_id from loan where pupil_id = ? and state = 'OPEN' limit 1", id);
    width(390);
    signOn(name, "/famille");
    page().getByText("Voir ce qui est proposé").first().click();
    assertThat(page().getByText("gratuitement")).isVisible();
    isFitAndAccessible("offer");
    button("Le rendre").click();
    assertThat(page().getByText(Pattern.compile("le matériel est à rendre"))).isVisible();
    assertThat(page().getByText("Rapporter le matériel")).isVisible();
    isFitAndAccessible("back");
    button("Garder le matériel").click();
    assertThat(page().getByText(Pattern.compile("Vous le téléchargerez ici"))).isVisible();
    isFitAndAccessible("kept");

    page().context().clearCookies();
    signOn(MANAGER, "/prets/cessions");
    isFitAndAccessible("classes");
    String schoolClass =
        Officials.text(
            "select concat('etablissement=', s.uai, '&classe=', coalesce(c.public_id, '')) from"
                + " pupil p join school s on s.id = p.school_id left join school_class c on c.id ="
                + " p.class_id where p.id = ?",
            id);
    open("/prets/cessions/classe?" + schoolClass);
    isFitAndAccessible("class");
    Locator row = page().locator("tr[id='" + loan + "']");
    assertThat(row).containsText("Garde le matériel");
    row.getByRole(AriaRole.BUTTON).filter(named("Établir le certificat")).click();
    open("/prets/cessions/classe?" + schoolClass);
    assertThat(row).containsText(Pattern.compile("Certificat CES-\\d{4}-\\d{6}"));
    assertThat(row.getByText("Annuler le choix")).isHidden();

    page().context().clearCookies();
    width(390);
    signOn(name, "/famille/fin-de-scolarite/" + loan);
    assertThat(button("Le rendre")).isHidden();
    Download pdf =
        page().waitForDownload(() -> page().getByText("Télécharger le certificat").click());
    assertThat(new String(Files.readAllBytes(pdf.path()), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    isFitAndAccessible("certified");
  }

  private static Locator.FilterOptions named(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }
}
