package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.gestmat.access.Role;
import fr.gestmat.system.incontainer.AafSet;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The directory as its administrator and the agents of a school use it. */
class DirectoryBrowserIT extends BrowserTest {

  @Test
  void anExportIsReadDecidedAppliedAndItsPupilsAreFoundByTyping() throws SQLException {
    int school = smallestSchool();
    AafSet set = new AafSet();
    int gone = withoutEveryTenthPupil(set, school);
    set.pupil(
        990_001,
        "QUATREVAUX-L'HÉRITIER",
        "Zéphyrine",
        school,
        List.of(school + "$TG2", school + "$ULIS"),
        List.of(school + "$ESP"));
    signOnHere(Role.ADMIN, "/administration/imports");

    send(set, "Oui");
    assertThat(page().getByText("En attente de votre accord")).isVisible();
    assertThat(page().getByText("plus d’un élève sur vingt partirait")).isVisible();
    look("compte-rendu");
    page().getByLabel(Pattern.compile(gone + " départs sur")).first().check();
    press("Mettre l’annuaire à jour");
    assertThat(page().getByText("L’annuaire est à jour")).isVisible();
    // The day on which they left is the authority's, not the database server's.
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    assertThat(
            number(
                "select count(*) from pupil where status = 'LEFT' and left_on = '" + today + "'"))
        .as("only where somebody said yes")
        .isEqualTo(gone);
    look("termine");

    page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Élèves")).first().click();
    page().locator("#q").pressSequentially("zeph quatrev");
    Locator found = page().locator("#found th a");
    assertThat(found).hasText("QUATREVAUX-L'HÉRITIER Zéphyrine");
    look("recherche");
    found.click();
    assertThat(page().locator("h1")).hasText("QUATREVAUX-L'HÉRITIER Zéphyrine");
    assertThat(page().locator("main")).containsText("ULIS");
    assertThat(page().locator("main")).containsText("ESP");
    look("eleve");

    open("/administration/imports");
    send(set, "Non");
    assertThat(page().getByText("Rien à changer")).isVisible();
    press("Abandonner cet import");
    assertThat(page().getByText("Rien n’a changé dans l’annuaire")).isVisible();
  }

  @Test
  void thePagesOfTheDirectoryCanBeReadByAll() throws SQLException {
    signOnHere(Role.ADMIN, "/administration/imports");
    look("imports");
    open("/etablissements");
    look("etablissements");
    page().locator("main th a").first().click();
    look("etablissement");
    page().locator("main th a").first().click();
    look("classe");
    open("/responsables/" + guardian());
    look("responsable");
    page().locator("main a[href^='/eleves/']").first().click();
    look("eleve-et-responsables");
  }

  private void send(AafSet set, String whole) {
    page()
        .locator("#files")
        .setInputFiles(
            set.files().entrySet().stream()
                .map(
                    file ->
                        new FilePayload(
                            file.getKey(),
                            "text/xml",
                            file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toArray(FilePayload[]::new));
    page().getByLabel(Pattern.compile("^" + whole)).check();
    press("Lire les fichiers");
  }

  private void press(String button) {
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  /** The page at both widths, light and dark: nothing axe objects to, nothing beside the screen. */
  private void look(String name) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
      page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : new int[] {390, 1280}) {
        width(width);
        assertThat(new AxeBuilder(page()).analyze().getViolations())
            .extracting(Rule::getId)
            .as("%s, %s, %s pixels", name, scheme, width)
            .isEmpty();
        assertThat((Integer) page().evaluate("() => document.documentElement.scrollWidth"))
            .as("%s, %s pixels", name, width)
            .isLessThanOrEqualTo(width);
        screenshot("annuaire-" + name + "-" + scheme + "-" + width);
      }
    }
  }

  /** Adds the pupils of a school as they are, but for one in ten; returns how many are left out. */
  private static int withoutEveryTenthPupil(AafSet set, int school) throws SQLException {
    int gone = 0;
    try (Connection connection = database();
        PreparedStatement query =
            connection.prepareStatement(
                "select p.external_id, p.family_name, p.given_name, c.name from pupil p join school"
                    + " s on s.id = p.school_id join school_class c on c.id = p.class_id where"
                    + " s.external_id = ? and p.status = 'ACTIVE' and p.source = 'AAF' order by"
                    + " p.id")) {
      query.setString(1, Integer.toString(school));
      try (ResultSet rows = query.executeQuery()) {
        for (int i = 0; rows.next(); i++) {
          if (i % 10 == 0) {
            gone++;
          } else {
            set.pupil(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                school,
                List.of(school + "$" + rows.getString(4)),
                List.of());
          }
        }
      }
    }
    return gone;
  }

  /** The feed's key of the school with the fewest pupils, of those that a feed knows. */
  private static int smallestSchool() throws SQLException {
    try (Connection connection = database();
        PreparedStatement query =
            connection.prepareStatement(
                "select s.external_id from school s join pupil p on p.school_id = s.id where"
                    + " s.external_id is not null group by s.id order by count(*) limit 1");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String guardian() throws SQLException {
    try (Connection connection = database();
        PreparedStatement query =
            connection.prepareStatement(
                "select g.public_id from guardian g join guardianship l on l.guardian_id = g.id"
                    + " limit 1");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private static int number(String sql) throws SQLException {
    try (Connection connection = database();
        PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
