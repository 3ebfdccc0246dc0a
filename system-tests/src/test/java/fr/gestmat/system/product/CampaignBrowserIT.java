package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.gestmat.access.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A return campaign in the hands of a loan manager, and the mails that it sends. */
class CampaignBrowserIT extends BrowserTest {

  private static final String MANAGER = "Marc Oberlin";

  private void button(String name) {
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private void link(String name) {
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private void administrator() {
    signOnHere(Role.ADMIN, "/");
  }

  @Test
  void aCampaignCallsItsFamiliesByMailAndItsBoardMovesWithoutReloading() throws Exception {
    signOn(MANAGER, "/prets");
    link("Campagnes de restitution");
    link("Préparer une campagne");
    page().locator("#name").fill("Restitution d'essai");
    button("Voir ce que cela donne");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page().locator("#name")).hasValue("Restitution d'essai");
    fitsAndIsAccessible("campaign-form");
    page()
        .locator("#startsOn")
        .fill(LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(10).toString());
    page().locator("#place").fill("au CDI");
    button("Voir ce que cela donne");
    assertThat(page().getByText("Horaires des classes")).isVisible();
    fitsAndIsAccessible("campaign-draft");
    long before = mails();
    button("Ouvrir et convoquer les familles");
    assertThat(page().getByText(Pattern.compile("La campagne est ouverte"))).isVisible();
    String board = page().url();
    fitsAndIsAccessible("campaign-board");
    page().locator("table.by-class tbody th a").last().click();
    assertThat(page().getByText("Voir toutes les classes")).isVisible();
    assertThat(page().locator("section[aria-labelledby=remaining] tbody tr").first()).isVisible();
    fitsAndIsAccessible("campaign-class");
    page().navigate(board);

    page().evaluate("() => { window.stillHere = true; }");
    String tag =
        Officials.text(
            "select d.asset_tag from return_campaign_device x join device d on d.id = x.device_id"
                + " join return_campaign c on c.id = x.campaign_id and c.state = 'OPEN'"
                + " where d.state = 'ON_LOAN' order by x.device_id limit 1");
    Officials.change(
        "update return_campaign_device x join device d on d.id = x.device_id join loan l on"
            + " l.id = x.loan_id set d.state = 'IN_STOCK', d.open_loan_id = null,"
            + " d.last_returned_at = utc_timestamp(6), l.state = 'CLOSED', l.returned_at ="
            + " utc_timestamp(6), l.closing_reason = 'RETURNED' where d.asset_tag = ?",
        tag);
    assertThat(page().getByText(Pattern.compile("Un matériel est rendu")))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    assertThat((Boolean) page().evaluate("() => window.stillHere === true")).isTrue();

    administrator();
    open("/administration/travaux");
    button("Lancer maintenant Envoyer les courriels");
    assertThat(page().getByText("Le travail est lancé")).isVisible();
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (mails() == before && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertThat(mails()).isGreaterThan(before);
    open("/courriels?etat=SENT");
    reloadUntil("Restitution du matériel : votre convocation");
    fitsAndIsAccessible("mails");
    open("/rappels");
    fitsAndIsAccessible("reminders");

    page().context().clearCookies();
    signOn(MANAGER, "/courriels/papier");
    assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Familles sans adresse");
    fitsAndIsAccessible("paper");
    page().navigate(board);
    link("Clore la campagne");
    assertThat(page().getByText("Une campagne close ne se rouvre pas")).isVisible();
    fitsAndIsAccessible("campaign-close");
    button("Clore la campagne");
    assertThat(page().getByText(Pattern.compile("La campagne est close"))).isVisible();
  }

  private static long mails() throws Exception {
    long found = 0;
    for (var mail : product().mail().received()) {
      if (mail.getSubject().contains("votre convocation")) {
        found++;
      }
    }
    return found;
  }

  @Test
  void aDateIsChangedFromTheListOfLoans() {
    signOn(MANAGER, "/prets?prets=RUNNING");
    page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(Pattern.compile("Changer la date de restitution de")))
        .first()
        .click();
    page().locator("#dueOn").fill("2020-01-01");
    button("Enregistrer la date");
    assertThat(page().getByRole(AriaRole.ALERT)).isVisible();
    page().locator("#dueOn").fill(LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(60).toString());
    button("Enregistrer la date");
    assertThat(page().getByText("La date de restitution est changée.")).isVisible();
  }

  /** RFC 8058: one POST without session or page of ours; opening the link changes nothing. */
  @Test
  void remindersAreTurnedOffByTheLinkOfAMail() throws Exception {
    String guardian = Officials.text("select max(id) from guardian");
    String link = "/rappels-par-courriel?jeton=" + token("G" + guardian);
    open(link);
    assertThat(page().getByText("Vous recevez par courriel")).isVisible();
    fitsAndIsAccessible("choice");
    anonymous()
        .contentType("application/x-www-form-urlencoded")
        .header("Origin", "https://mail.example")
        .body("List-Unsubscribe=One-Click")
        .post(link)
        .then()
        .statusCode(200);
    open(link);
    assertThat(page().getByText("Vous ne recevez plus de rappels")).isVisible();
    button("Recevoir à nouveau les rappels");
    assertThat(page().getByText("Vous recevez par courriel")).isVisible();
    anonymous().get(link.substring(0, link.length() - 2) + "AA").then().statusCode(404);
  }

  private static String token(String who) throws Exception {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select secret from mail_key where id = 1")) {
      row.next();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(row.getBytes(1), "HmacSHA256"));
      return who
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  mac.doFinal(
                      ("reminders:" + who).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }
}
