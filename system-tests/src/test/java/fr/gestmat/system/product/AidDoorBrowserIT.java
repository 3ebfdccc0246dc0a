package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ways in and back in: a family without an ENT account, and one whose session ended. */
class AidDoorBrowserIT extends FamilyBrowserTest {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/connexion/lien/[\\w-]+");

  private static String text(Part part) throws Exception {
    if (part.isMimeType("text/plain")) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart many) {
      for (int i = 0; i < many.getCount(); i++) {
        String text = text(many.getBodyPart(i));
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /** The link that was mailed to an address; mails leave once a minute. */
  private String mailedLink(String address) throws Exception {
    for (int i = 0; i < 200; i++) {
      for (MimeMessage mail : product().mail().received()) {
        if (Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(address)) {
          Matcher link = LINK.matcher(text(mail));
          assertThat(link.find()).as("a link in the mail").isTrue();
          return link.group().replaceFirst("^https?://[^/]+", "");
        }
      }
      page().waitForTimeout(500);
    }
    throw new AssertionError("no mail to " + address);
  }

  @Test
  @DisplayName("M-D20 a family without ENT enters by a mailed link, once, and names its child")
  void by_a_mailed_link() throws Exception {
    String address = "nadege." + UUID.randomUUID().toString().substring(0, 8) + "@exemple.invalid";
    width(390);
    open("/aide/acces");
    fitsAndIsAccessible("porte");
    width(390);
    button("Recevoir le lien").click();
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("prénom");
    page().locator("[name=collectivite]").selectOption(sarne());
    type("name", "Nadège Lebrun");
    type("email", address);
    button("Recevoir le lien").click();
    assertThat(page().locator("h1")).hasText("Regardez vos courriels");

    String link = mailedLink(address);
    open(link);
    fitsAndIsAccessible("porte-lien");
    width(390);
    button("^Entrer$").click();
    assertThat(page()).hasURL(Pattern.compile(".*/aide$"));
    page().getByText("Ajouter un enfant qui manque").click();
    fitsAndIsAccessible("porte-enfant");
    width(390);
    type("givenName", "Maëlle");
    type("familyName", "Lebrun");
    type("birthDate", "2013-05-04");
    page()
        .locator("[name=school]")
        .selectOption(Officials.text("select public_id from school where uai = ?", SarneAid.UAI));
    button("Ajouter l.enfant").click();
    assertThat(page().locator("main")).containsText("Maëlle Lebrun");
    assertThat(page().locator("main")).containsText("à confirmer par l’établissement");

    page().context().clearCookies();
    open(link);
    assertThat(page().locator("h1")).hasText("Ce lien ne sert plus");
    fitsAndIsAccessible("porte-usee");

    signOnHere(Role.AID_OFFICER, "/aides/enfants");
    Locator claim =
        page()
            .locator("section.card", new Page.LocatorOptions().setHasText("Maëlle Lebrun"))
            .last();
    claim
        .locator("form")
        .evaluate("form => form.querySelectorAll('[name=eleve]').forEach(r => r.checked = false)");
    claim.getByText("Confirmer le lien").click();
    assertThat(page().getByText("Dites de quel élève il s’agit.")).isVisible();
    assertThat(claim).isVisible();
  }

  @Test
  @DisplayName("M-D20 a family without ENT finds its entrance on the pages that everybody sees")
  void found_from_the_pages_for_everybody() {
    for (String path : new String[] {"/", "/connexion", "/simulateur"}) {
      open(path);
      page().getByText("Recevoir un lien par courriel").click();
      assertThat(page()).hasURL(Pattern.compile(".*/aide/acces$"));
    }
    enter(MOTHER, "/simulateur");
    assertThat(page()).hasURL(Pattern.compile(".*/simulateur.*"));
    assertThat(page().locator("form[action^='/simulateur/'], .matters")).hasCount(1);
    assertThat(page().getByText("Recevoir un lien par courriel")).hasCount(0);
  }

  @Test
  @DisplayName("M-D20 a link that cannot be mailed is not promised: what was typed is still there")
  void of_a_link_that_cannot_be_mailed() throws Exception {
    String address = "nora." + UUID.randomUUID().toString().substring(0, 8) + "@exemple.invalid";
    width(390);
    open("/aide/acces");
    page().locator("[name=collectivite]").selectOption(sarne());
    type("name", "Nora Petit");
    type("email", address);
    Officials.asMigration(
        "alter table notice add constraint no_link check (kind <> 'AID_LINK' or created_at < '"
            + Officials.text("select utc_timestamp(6)")
            + "')");
    try {
      button("Recevoir le lien").click();
      assertThat(page().getByRole(AriaRole.ALERT)).containsText("dans quelques minutes");
      assertThat(page().locator("[name=name]")).hasValue("Nora Petit");
      assertThat(page().locator("[name=email]")).hasValue(address);
      assertThat(page().locator("[name=collectivite]")).hasValue(sarne());
      fitsAndIsAccessible("porte-sans-courriel");
    } finally {
      Officials.asMigration("alter table notice drop constraint no_link");
    }
    width(390);
    button("Recevoir le lien").click();
    assertThat(page().locator("h1")).hasText("Regardez vos courriels");
  }

  private static String sarne() throws Exception {
    return Officials.text(
        "select public_id from local_authority where name = 'Département de la Sarne'");
  }

  @Test
  @DisplayName("M-D01 M-D08 who signs out in mid-form comes back where they stopped, nothing lost")
  void back_where_one_stopped() {
    width(390);
    enter(MOTHER, "/aide");
    button("Commencer la demande").click();
    at("questions/living");
    choose("living", "ALONE");
    go();
    at("questions/address");
    go();
    at("questions/dependents");
    type("dependents", "4");
    go();
    at("questions/provider");
    button("Se déconnecter").click();
    page().context().clearCookies();

    enter(MOTHER, "/aide");
    page().getByText("Reprendre").first().click();
    at("questions/provider");
    open(
        page()
            .url()
            .replaceFirst("^https?://[^/]+", "")
            .replaceFirst("questions/provider.*", "questions/dependents"));
    assertThat(page().locator("[name=dependents]")).hasValue("4");
  }

  @Test
  @DisplayName("M-H10 after signing out the back button shows nothing of the family")
  void nothing_is_left_behind() {
    width(390);
    enter(MOTHER, "/aide");
    button("Commencer la demande").click();
    at("questions/living");
    choose("living", "ALONE");
    go();
    at("questions/address");
    assertThat(page().locator("[name=street]")).hasValue("4 rue du Lavoir");
    button("Se déconnecter").click();
    assertThat(page().locator("body")).not().containsText("Carlier");
    page().context().clearCookies();

    for (int i = 0; i < 2; i++) {
      page().goBack();
      assertThat(page().locator("h1")).isVisible();
      assertThat(page().locator("[name=street]")).hasCount(0);
      assertThat(page().locator("body")).not().containsText(MOTHER);
    }
  }
}
