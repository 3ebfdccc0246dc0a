package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.demo.ent.AttributeShape;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.ProfileSpelling;
import fr.gestmat.demo.territory.SampleTerritory;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing on through the ENT and out of it, over HTTP. */
class PortalSignOnHttpIT extends HttpTest {

  private static final String AGENT = "Nadia Benhamou";
  private static final String SESSION = "gestmat";

  @ParameterizedTest
  @EnumSource(AttributeShape.class)
  void everyShapeOfAttributesNamesThePersonOfTheDirectory(AttributeShape shape)
      throws SQLException {
    for (ProfileSpelling spelling : ProfileSpelling.values()) {
      Visit visit = new Visit();
      HttpResponse<String> answer = visit.through(Visit.person(AGENT), shape, spelling, "/eleves");

      assertThat(Visit.location(answer)).endsWith("/eleves");
      assertThat(visit.open("/compte").body()).contains(AGENT);
      assertThat(account(Visit.person(AGENT))).isEqualTo("LIBRARIAN|staff");
    }
  }

  @ParameterizedTest
  @EnumSource(AttributeShape.class)
  void aGuardianIsKnownByTheDirectoryInEveryShape(AttributeShape shape) throws SQLException {
    EntPerson guardian =
        product().people().stream()
            .filter(one -> one.profile() == EntPerson.Profile.TUT)
            .findFirst()
            .orElseThrow();

    new Visit().through(guardian, shape, ProfileSpelling.LETTERS, "/");

    assertThat(account(guardian)).isEqualTo("GUARDIAN|guardian");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CAS2", "CAS3"})
  void bothVersionsOfTheProtocolSignOn(String protocol) throws SQLException {
    speak(protocol);
    try {
      assertThat(new Visit().as(AGENT).signedOn()).isTrue();
    } finally {
      speak("CAS3");
    }
  }

  @Test
  void manyTabsOfOnePersonWhoArriveForTheFirstTimeAtOnceAreOnePerson() throws Exception {
    new Visit().as(AGENT);
    String known = Officials.text("select subject from account where display_name = ?", AGENT);
    Officials.change("update account set subject = 'ARRIVED-BEFORE' where subject = ?", known);
    ExecutorService tabs = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> arrivals =
          tabs.invokeAll(Collections.nCopies(8, () -> new Visit().as(AGENT).signedOn()));

      for (Future<Boolean> arrival : arrivals) {
        assertThat(arrival.get()).isTrue();
      }
      assertThat(Officials.text("select count(*) from account where subject = ?", known))
          .isEqualTo("1");
    } finally {
      tabs.shutdownNow();
      Officials.change(
          "delete from web_session where account_id = (select id from account where subject = ?)",
          known);
      Officials.change("delete from account where subject = ?", known);
      Officials.change("update account set subject = ? where subject = 'ARRIVED-BEFORE'", known);
    }
  }

  @Test
  void aDeepLinkIsReturnedToAfterSignOn() {
    Visit visit = new Visit();
    HttpResponse<String> choice = visit.open("/eleves?q=mar%C3%A9&x=1");
    assertThat(Visit.location(choice)).contains("/connexion?suite=");

    HttpResponse<String> answer =
        visit.through(
            Visit.person(AGENT),
            AttributeShape.CONTAINER,
            ProfileSpelling.LETTERS,
            "/eleves?q=mar%C3%A9&x=1");

    assertThat(Visit.location(answer)).endsWith("/eleves?q=mar%C3%A9&x=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example"})
  void noLinkLeadsOutAfterSignOn(String wanted) {
    HttpResponse<String> answer =
        new Visit()
            .through(
                Visit.person(AGENT), AttributeShape.CONTAINER, ProfileSpelling.LETTERS, wanted);

    assertThat(Visit.location(answer)).doesNotContain("evil").endsWith("/");
  }

  @Test
  void theSessionIsANewOneAtEachSignOnAndTheOneBeforeEnds() {
    Visit visit = new Visit();
    visit.plant(SESSION, "planted-by-somebody-else");
    visit.as(AGENT);
    String first = visit.cookie(SESSION).orElseThrow();
    visit.as(AGENT);

    assertThat(first).isNotEqualTo("planted-by-somebody-else").hasSize(43);
    assertThat(visit.cookie(SESSION)).isPresent().get().isNotEqualTo(first);
    Visit thief = new Visit();
    thief.plant(SESSION, first);
    assertThat(thief.signedOn()).isFalse();
  }

  @Test
  void aTicketOfSomebodyElseOpensNothing() {
    Visit attacker = new Visit();
    HttpResponse<String> toPortal = attacker.open(SampleTerritory.ENTRANCE);
    String service = Visit.location(toPortal);
    HttpResponse<String> granted =
        attacker.postBare(
            service, Map.of("person", Visit.person(AGENT).login(), "service", service(service)));
    String withTicket = Visit.location(granted);
    assertThat(withTicket).contains("ticket=");

    Visit victim = new Visit();
    HttpResponse<String> answer = victim.open(withTicket);

    assertThat(victim.cookie(SESSION)).isEmpty();
    assertThat(Visit.location(answer)).startsWith(product().ent().address().toString());
    assertThat(victim.signedOn()).isFalse();
  }

  @Test
  void anInventedTicketIsRefusedInPlainWords() {
    Visit visit = new Visit();
    String service = service(Visit.location(visit.open(SampleTerritory.ENTRANCE)));

    HttpResponse<String> answer = visit.open(service + "&ticket=ST-invented");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(visit.cookie(SESSION)).isEmpty();
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
    HttpResponse<String> answer =
        new Visit()
            .through(Visit.person(AGENT), AttributeShape.CONTAINER, ProfileSpelling.LETTERS, "/");

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith(SESSION + "=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContainIgnoringCase("Domain"));
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @CsvSource({"FIELD", "BODY"})
  void signingOutOfThePortalEndsTheSession(String form) {
    Visit visit = new Visit().as(AGENT);
    Visit colleague = new Visit().as("Marc Oberlin");

    visit.leavePortal(form);

    assertThat(visit.signedOn()).isFalse();
    assertThat(colleague.signedOn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Laurence Pasquier", "Sylvie Aubertin"})
  void aProfileOfThePortalGivesNoRight(String name) {
    Visit visit = new Visit();

    HttpResponse<String> arrived =
        visit.through(
            Visit.person(name), AttributeShape.CONTAINER, ProfileSpelling.LETTERS, "/materiels");

    HttpResponse<String> said = visit.follow(arrived);
    assertThat(said.statusCode()).isEqualTo(404);
    assertThat(said.body()).contains(name, "personne ne vous a encore donné de rôle");
    for (String path : new String[] {"/comptoir", "/materiels", "/prets", "/eleves"}) {
      assertThat(visit.open(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private static String service(String loginAddress) {
    return URLDecoder.decode(
        loginAddress.substring(loginAddress.indexOf("service=") + "service=".length()),
        StandardCharsets.UTF_8);
  }

  private static void speak(String protocol) throws SQLException {
    try (Connection connection = database();
        PreparedStatement update =
            connection.prepareStatement("update identity_provider set protocol = ?")) {
      update.setString(1, protocol);
      update.executeUpdate();
    }
  }

  /** What the account of a person of the ENT is known as. */
  private static String account(EntPerson person) throws SQLException {
    try (Connection connection = database();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select concat(profile, '|', case when staff_member_id is not null then 'staff'
                  when guardian_id is not null then 'guardian' else 'nobody' end)
                  from account where subject = ?\
                """)) {
      query.setString(1, person.externalId());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
