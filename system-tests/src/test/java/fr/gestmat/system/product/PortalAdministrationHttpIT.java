package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.demo.ent.AttributeShape;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.ProfileSpelling;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Portals as administrators describe them, and people whom a portal is still to bring. */
class PortalAdministrationHttpIT extends HttpTest {

  private static final String PORTALS = "/administration/portails";

  @Test
  void aPortalIsDescribedWithNothingLostAndOpensAtOnce() throws SQLException {
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    String uai = Officials.text("select uai from school order by id limit 1");
    Map<String, String> typed =
        new HashMap<>(
            Map.of(
                "key",
                "second",
                "name",
                "Second portail",
                "baseUrl",
                "http://portail.example",
                "protocol",
                "CAS2",
                "attribute",
                "ENTPersonJointure",
                "schools",
                uai + "\n0000000Z",
                "active",
                "true"));

    HttpResponse<String> wrong = admin.post(PORTALS, typed);

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("0000000Z", "value=\"http://portail.example\"", "https");

    typed.put("baseUrl", "https://portail.example/cas/");
    typed.put("schools", uai.toLowerCase(Locale.ROOT));
    Visit.expect(303, admin.post(PORTALS, typed));
    assertThat(new Visit().open("/connexion").body()).contains("Second portail");
    assertThat(Visit.location(new Visit().open("/connexion/ent/second")))
        .startsWith("https://portail.example/cas/login?service=");
    assertThat(admin.post(PORTALS, typed).statusCode()).as("the key is taken").isEqualTo(422);

    String page =
        PORTALS
            + "/"
            + Officials.text(
                "select public_id from identity_provider where provider_key = 'second'");
    typed.put("active", "");
    typed.put("version", "99");
    assertThat(admin.post(page, typed).statusCode()).as("changed meanwhile").isEqualTo(422);
    typed.put(
        "version",
        Officials.text("select version from identity_provider where provider_key = 'second'"));
    Visit.expect(303, admin.post(page, typed));
    assertThat(new Visit().open("/connexion").body()).doesNotContain("Second portail");
    assertThat(new Visit().open("/connexion/ent/second").statusCode()).isEqualTo(404);
  }

  @Test
  void rightsWaitForSomebodyWhoNeverCame() throws SQLException {
    EntPerson person =
        product().people().stream()
            .filter(one -> one.profile() == EntPerson.Profile.ELV)
            .filter(one -> !Officials.came(one.fullName()))
            .findFirst()
            .orElseThrow();
    Visit admin = new Visit().as(Officials.of(Role.ADMIN));
    Map<String, String> awaited =
        Map.of(
            "name",
            "Personne attendue",
            "portal",
            Officials.text("select provider_key from identity_provider order by id limit 1"),
            "subject",
            person.externalId());
    Visit.expect(303, admin.post("/administration/nouvelle-personne/attendue", awaited));
    assertThat(admin.post("/administration/nouvelle-personne/attendue", awaited).statusCode())
        .isEqualTo(422);
    String page = "/administration/personnes/" + Officials.account("Personne attendue");
    String uai = person.schools().get(0);
    Map<String, String> right = Map.of("role", "LOAN_AGENT", "school", uai);
    Visit.expect(303, admin.post(page + "/droits", right));
    assertThat(admin.post(page + "/droits", right).statusCode()).as("held").isEqualTo(422);
    assertThat(admin.post(page + "/droits", Map.of("role", "ADMIN", "school", uai)).statusCode())
        .isEqualTo(422);

    Visit visit = new Visit();
    HttpResponse<String> answer =
        visit.through(person, AttributeShape.DIRECT, ProfileSpelling.NUMBERS, "/comptoir");

    assertThat(Visit.location(answer)).endsWith("/comptoir");
    assertThat(visit.open("/comptoir").statusCode()).isEqualTo(200);
    assertThat(
            admin
                .open(
                    "/administration/personnes?q="
                        + URLEncoder.encode(person.familyName(), StandardCharsets.UTF_8))
                .body())
        .contains(person.fullName());
  }
}
