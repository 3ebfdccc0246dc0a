package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import fr.gestmat.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Agreements as people use them: a family on its phone, a loan manager with paper and a screen. */
class AgreementBrowserIT extends BrowserTest {

  private static final String MANAGER = "Marc Oberlin";

  private Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** Nothing stands beside the screen, once a page has the width that was just set. */
  private void fits() {
    page().waitForFunction("() => document.documentElement.scrollWidth <= innerWidth");
  }

  /** Names of the pupil of the simulated ENT whose agreement awaits a signature. */
  private static String pupil() throws SQLException {
    return Officials.text(
        "select concat(p.given_name, ' ', p.family_name) from pupil p join loan_agreement a on"
            + " a.pupil_id = p.id where p.status = 'ACTIVE' and p.source = 'AAF' and exists (select"
            + " 1 from loan l where l.pupil_id = p.id and l.state <> 'CLOSED') order by p.id limit"
            + " 1");
  }

  @Test
  void l069_a_pupil_reads_and_signs_on_a_phone() throws SQLException {
    width(390);
    signOn(pupil(), "/famille");
    assertThat(page().getByText("Votre signature est attendue")).isVisible();
    page().getByText("Lire et signer").click();
    assertThat(page().getByText(Pattern.compile("prête à")).first()).isVisible();
    button("Signer la convention").click();
    assertThat(page().getByText("Cochez la case pour signer.")).isVisible();
    page().locator("#accord").check();
    button("Signer la convention").click();
    assertThat(page().getByText("Votre signature est enregistrée. Merci.")).isVisible();
    assertThat(page().getByText("Votre signature est attendue")).isHidden();
    fits();
  }

  @Test
  void a_guardian_chooses_a_child_and_declines_with_a_reason() throws SQLException {
    String guardian =
        Officials.text(
            "select concat(g.given_name, ' ', g.family_name) from guardian g join guardianship h on"
                + " h.guardian_id = g.id where g.source = 'AAF' group by g.id order by count(*)"
                + " desc, g.id limit 1");
    Officials.change(
        "update pupil set birth_date = '2012-05-05' where id in (select h.pupil_id from guardianship"
            + " h join guardian g on g.id = h.guardian_id where concat(g.given_name, ' ',"
            + " g.family_name) = ?)",
        guardian);
    Officials.change(
        "insert into loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id,"
            + " code, issued_at, issued_by) select next value for loan_agreement_seq, uuid(),"
            + " p.authority_id, p.school_id, p.id, t.id, left(uuid(), 11), utc_timestamp(6),"
            + " 'Essai' from pupil p join agreement_text t on t.authority_id = p.authority_id and"
            + " t.state = 'PUBLISHED' where p.id = (select min(h.pupil_id) from guardianship h join"
            + " guardian g on g.id = h.guardian_id where concat(g.given_name, ' ', g.family_name) ="
            + " ?) limit 1",
        guardian);
    width(390);
    signOn(guardian, "/famille");
    assertThat(page().getByText("Choisissez un élève.")).isVisible();
    page()
        .locator(".doors a", new Page.LocatorOptions().setHasText("Convention à signer"))
        .first()
        .click();
    page().getByText("Lire et signer").first().click();
    page().getByText("Je ne veux pas signer").click();
    button("Envoyer mon refus").click();
    assertThat(page().locator("#motif-error")).isVisible();
    page().locator("#motif").fill("Nous avons déjà un ordinateur");
    button("Envoyer mon refus").click();
    assertThat(page().getByText("Votre refus est enregistré.")).isVisible();
    assertThat(page().getByText("Refusée").first()).isVisible();
  }

  @Test
  void a_manager_issues_prints_and_takes_the_signed_stack_back() throws Exception {
    signOn(MANAGER, "/conventions");
    assertThat(page().getByText(Pattern.compile("conventions? en cours")).first()).isVisible();
    width(390);
    fits();
    width(1280);
    page().locator(".bars tbody a").last().click();
    width(390);
    fits();
    width(1280);
    page().getByText("Établir des conventions").click();
    assertThat(page().locator("#eleves input:not([disabled])").first()).isChecked();
    button("Établir les conventions").click();
    assertThat(page().getByText(Pattern.compile("conventions? établies?"))).isVisible();
    page().locator("tbody input[type=checkbox]").first().check();
    Download pdf = page().waitForDownload(() -> page().locator("main form button").last().click());
    byte[] bytes = Files.readAllBytes(pdf.path());
    assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    open("/conventions/papier");
    upload("pages.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(page().locator("#file-error")).isVisible();
    upload("pages.pdf", bytes);
    assertThat(page().getByText(Pattern.compile("Une page s.est classée seule")))
        .isVisible(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(30_000));
    page().getByText("Voir les pages signées").click();
    page().locator("main table").last().locator("tbody tr").first().locator("td a").click();
    assertThat(page().getByText("Signée par").first()).isVisible();
    width(390);
    fits();
  }

  private void upload(String name, byte[] bytes) {
    if (page().locator("select#etablissement").count() > 0) {
      page()
          .locator("select#etablissement")
          .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(0));
    }
    page().locator("#file").setInputFiles(new FilePayload(name, "application/pdf", bytes));
    button("Envoyer les pages").click();
  }

  /** Some of those that wait, wait for a guardian only. */
  private void openOneToSignByItsPupil() {
    List<String> waiting =
        page().locator("table.cards tbody th a").all().stream()
            .map(link -> link.getAttribute("href"))
            .toList();
    for (String agreement : waiting) {
      open(agreement);
      if (page().locator("a[href$='/signature?de=PUPIL']").count() > 0) {
        return;
      }
    }
    throw new AssertionError("no agreement waits for its pupil: " + waiting);
  }

  @Test
  void a_pupil_signs_at_the_desk_with_a_finger() throws SQLException, IOException {
    signOn(MANAGER, "/conventions");
    openOneToSignByItsPupil();
    page().locator("a[href$='/signature?de=PUPIL']").click();
    button("Enregistrer la signature").click();
    assertThat(page().getByText(Pattern.compile("Rien n.est dessiné"))).isVisible();
    BoundingBox pad = page().locator("canvas.pad").boundingBox();
    page().mouse().move(pad.x + 30, pad.y + 40);
    page().mouse().down();
    for (int i = 1; i < 20; i++) {
      page().mouse().move(pad.x + 30 + i * 12, pad.y + 40 + (i % 5) * 14);
    }
    page().mouse().up();
    button("Enregistrer la signature").click();
    assertThat(page().getByText("La signature est enregistrée.")).isVisible();
    assertThat(page().getByText(Pattern.compile("Signée par")).first()).isVisible();
  }

  @Test
  void the_region_writes_a_text_whose_unknown_field_is_named() {
    Visit region = new Visit().as(Officials.of(Role.REGION_MANAGER));
    String name = "Texte " + System.nanoTime();
    var refused =
        region.post(
            "/conventions/textes",
            java.util.Map.of(
                "nom", name, "titre", "Titre", "texte", "Bonjour {eleve.mom}", "note", ""));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("eleve.mom").contains("Bonjour {eleve.mom}");
    var saved =
        region.post(
            "/conventions/textes",
            java.util.Map.of(
                "nom", name, "titre", "Titre", "texte", "Bonjour {eleve.prenom} <b>", "note", ""));
    assertThat(saved.statusCode()).isEqualTo(303);
    var shown = region.follow(saved);
    assertThat(shown.body())
        .contains("&lt;b&gt;")
        .doesNotContain("{eleve.prenom}")
        .contains("Publier cette version");
  }
}
