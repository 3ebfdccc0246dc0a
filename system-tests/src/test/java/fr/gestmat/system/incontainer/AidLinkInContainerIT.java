package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.MailLinkSignOn;
import fr.gestmat.identity.boundary.MailLinkSignOn.Purpose;
import fr.gestmat.identity.boundary.Sessions;
import fr.gestmat.identity.boundary.SignOn;
import fr.gestmat.mealaid.boundary.application.Applying;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.arrival.AgentEntry;
import fr.gestmat.mealaid.boundary.arrival.ChildClaims;
import fr.gestmat.mealaid.boundary.arrival.FamilyDoor;
import fr.gestmat.mealaid.boundary.arrival.KeptSchools;
import fr.gestmat.mealaid.boundary.arrival.NamedChildren;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Families that no portal knows: the link, the child whom they name, who vouches for it. */
class AidLinkInContainerIT extends InContainerTest {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private Acting acting;
  @Inject private FamilyDoor door;
  @Inject private MailLinkSignOn links;
  @Inject private Sessions sessions;
  @Inject private SignOn signOn;
  @Inject private NamedChildren named;
  @Inject private ChildClaims claims;
  @Inject private FamilyAid family;
  @Inject private Applying applying;
  @Inject private KeptSchools schools;
  @Inject private AgentEntry entry;

  private MailLinkSignOn.Link link(AidTown town, String email, Duration life) {
    return links
        .make(town.authority, Purpose.RENEWAL, email, "Awa Diop", "/aide", life)
        .orElseThrow();
  }

  private Caller signedOn(String secret) {
    MailLinkSignOn.Arrival arrival = links.arrive(secret).orElseThrow();
    assertThat(arrival.leadsTo()).isEqualTo("/aide");
    return sessions.ofCookie(arrival.session()).orElseThrow().caller();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  @Test
  @DisplayName("M-D20: a link is good once, for its time, and only as itself; no secret is kept")
  void links_by_mail() throws Exception {
    AidTown town = AidTown.found(database);
    MailLinkSignOn.Link link = link(town, "Awa@Exemple.invalid", Duration.ofDays(365));
    assertThat(
            town.value(
                "select timestampdiff(day, created_at, expires_at) from mail_link"
                    + " where authority_id = ?",
                town.authority))
        .isEqualTo("10");
    assertThat(links.isGood(link.secret())).isTrue();
    assertThat(links.isGood(link.secret())).as("looking spends nothing").isTrue();
    Caller who = signedOn(link.secret());
    assertThat(who.holds(Role.GUARDIAN)).isTrue();
    assertThat(who.scope(Role.GUARDIAN).wholeAuthority()).isFalse();
    assertThat(links.isGood(link.secret())).isFalse();
    assertThat(links.arrive(link.secret())).as("spent").isEmpty();
    assertThat(links.arrive("unknown")).isEmpty();

    MailLinkSignOn.Link old = link(town, "awa@exemple.invalid", Duration.ofMinutes(30));
    town.run(
        "update mail_link set created_at = created_at - interval 31 minute, expires_at ="
            + " expires_at - interval 31 minute where authority_id = ? and used_at is null",
        town.authority);
    assertThat(links.arrive(old.secret())).as("too old").isEmpty();
    assertThat(signedOn(link(town, "awa@exemple.invalid", Duration.ZERO).secret()).accountId())
        .as("the same address is the same account")
        .isEqualTo(who.accountId());
  }

  @Test
  @DisplayName("a sign-out of nobody, which anybody can send, makes no session be looked up again")
  void a_sign_out_that_ends_nothing() throws Exception {
    AidTown town = AidTown.found(database);
    String session =
        links
            .arrive(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret())
            .orElseThrow()
            .session();
    long account = sessions.ofCookie(session).orElseThrow().caller().accountId();

    town.run(
        "update web_session set ended_at = utc_timestamp(6) where account_id = ?",
        Long.toString(account));
    signOn.portalSignedOut("unknown", "ST-1");

    assertThat(sessions.ofCookie(session)).as("known since a moment").isPresent();
    sessions.end(session);
    assertThat(sessions.ofCookie(session)).as("looked up again").isEmpty();
  }

  @Test
  @DisplayName("M-H08 a link to an officer's address opens a family's account and gives no right")
  void a_link_never_opens_an_account_of_the_staff() throws Exception {
    AidTown town = AidTown.found(database);
    String officer = town.value("select nextval(account_seq)");
    town.run(
        "insert into account (id, public_id, authority_id, login, display_name, email, created_at)"
            + " values (?, uuid(), ?, ?, 'Ada Martin', 'ada@sarne.invalid', utc_timestamp(6))",
        officer,
        town.authority,
        "ada" + officer);
    town.run(
        "insert into role_grant (id, public_id, account_id, role, granted_at, granted_by)"
            + " values (next value for role_grant_seq, uuid(), ?, 'AID_OFFICER', utc_timestamp(6),"
            + " 'Essai')",
        officer);
    Caller who = signedOn(link(town, "ada@sarne.invalid", Duration.ofMinutes(30)).secret());
    assertThat(who.accountId()).isNotEqualTo(Long.parseLong(officer));
    assertThat(who.roles()).extracting(held -> held.role()).containsExactly(Role.GUARDIAN);
    assertThat(
            town.value(
                "select count(*) from role_grant where account_id = ?",
                String.valueOf(who.accountId())))
        .isEqualTo("0");
  }

  @Test
  void who_asks_is_mailed_a_link_and_nobody_is_flooded() throws Exception {
    AidTown town = AidTown.found(database);
    UUID id =
        UUID.fromString(
            town.value("select public_id from local_authority where id = ?", town.authority));
    for (int i = 0; i < 5; i++) {
      door.ask(id, "awa@exemple.invalid", "Awa Diop");
    }
    assertThat(
            town.column(
                "select facts from notice where authority_id = ? and kind = 'AID_LINK'",
                town.authority))
        .hasSize(3)
        .allMatch(facts -> facts.contains("/connexion/lien/"));
    assertThat(
            town.column(
                "select distinct concat(person_name, '>', person_address) from notice"
                    + " where authority_id = ? and kind = 'AID_LINK'",
                town.authority))
        .as("what a stranger typed is mailed to nobody")
        .containsExactly(">awa@exemple.invalid");
  }

  @Test
  @DisplayName("a family sees nothing of the child before somebody vouched for the link")
  void a_child_is_named_and_recognised() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = signedOn(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret());
    UUID school = school(town);
    assertThat(
            acting.as(
                mother,
                Role.GUARDIAN,
                () -> named.name("", "Ada", Optional.empty(), Optional.of(school))))
        .isInstanceOf(Answer.Refused.class);
    name(town, mother, "Ada");
    Known seen = child(mother);
    assertThat(seen.confirmed()).isFalse();
    assertThat(seen.boarding()).isEmpty();
    assertThat(seen.child().pupilId()).isNull();
    UUID application =
        done(
            acting
                .as(
                    mother,
                    Role.GUARDIAN,
                    () -> applying.begin(town.campaignId, List.of(seen.id())))
                .orElseThrow());

    Caller bursar = town.bursar();
    List<ChildClaims.Line> waiting = acting.as(bursar, Role.BURSAR, claims::waiting);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).candidates()).extracting(one -> one.id()).contains(ada.publicId());
    AidTown elsewhere = AidTown.found(database);
    assertThat(acting.as(elsewhere.bursar(), Role.BURSAR, claims::waiting)).isEmpty();
    assertThat(
            acting.as(
                elsewhere.bursar(),
                Role.BURSAR,
                () -> claims.confirm(waiting.get(0).claim().id(), Optional.empty())))
        .isEmpty();
    done(
        acting
            .as(
                bursar,
                Role.BURSAR,
                () -> claims.confirm(waiting.get(0).claim().id(), Optional.of(ada.publicId())))
            .orElseThrow());

    assertThat(child(mother).boarding()).contains("HALF_BOARDER");
    assertThat(
            town.value(
                "select pupil_id from aid_application where public_id = ?", application.toString()))
        .isEqualTo(Long.toString(ada.id()));
    assertThat(
            town.value(
                "select count(*) from notice where authority_id = ? and kind ="
                    + " 'AID_CHILD_CONFIRMED'",
                town.authority))
        .isEqualTo("1");
  }

  @Test
  @DisplayName("a child who was in no feed is asked about again when the directory has that pupil")
  void a_child_who_arrives_later_is_recognised_then() throws Exception {
    AidTown town = AidTown.found(database);
    Caller mother = signedOn(link(town, "nora@exemple.invalid", Duration.ofMinutes(30)).secret());
    name(town, mother, "Nora");
    Caller bursar = town.bursar();
    UUID claim = acting.as(bursar, Role.BURSAR, claims::waiting).get(0).claim().id();
    done(
        acting
            .as(bursar, Role.BURSAR, () -> claims.confirm(claim, Optional.empty()))
            .orElseThrow());
    assertThat(acting.as(bursar, Role.BURSAR, claims::waiting)).isEmpty();

    Child nora = town.child("Nora");
    assertThat(acting.as(bursar, Role.BURSAR, claims::waiting)).hasSize(1);
    done(
        acting
            .as(bursar, Role.BURSAR, () -> claims.confirm(claim, Optional.of(nora.publicId())))
            .orElseThrow());
    assertThat(acting.as(bursar, Role.BURSAR, claims::waiting)).isEmpty();
    assertThat(child(mother).boarding()).contains("HALF_BOARDER");
  }

  @Test
  @DisplayName("children of other schools keep none of a school's own from its list")
  void a_school_sees_its_own_behind_many_others() throws Exception {
    AidTown town = AidTown.found(database);
    Caller mother = signedOn(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret());
    long elsewhere = town.next("school");
    town.run(
        "insert into school (id, public_id, authority_id, uai, name) values (?, uuid(), ?,"
            + " '0319998A', 'Ailleurs')",
        elsewhere,
        town.authority);
    for (int i = 0; i < 200; i++) {
      town.run(
          "insert into aid_child_claim (id, public_id, authority_id, account_id, family_name,"
              + " given_name, birth_date, child_key, school_id, created_at) values (?, uuid(), ?,"
              + " ?, 'Foule', 'Un', '2014-03-02', ?, ?, utc_timestamp(6))",
          town.next("aid_child_claim"),
          town.authority,
          mother.accountId(),
          "FOULE/" + i,
          elsewhere);
    }
    name(town, signedOn(link(town, "nora@exemple.invalid", Duration.ZERO).secret()), "Nora");
    assertThat(acting.as(town.bursar(), Role.BURSAR, claims::waiting))
        .extracting(line -> line.claim().child().givenName())
        .containsExactly("Nora");
  }

  @Test
  @DisplayName("an account names some children at a time; one that waits may be named again")
  void an_account_names_some_children_at_a_time() throws Exception {
    AidTown town = AidTown.found(database);
    Caller mother = signedOn(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret());
    for (char one = 'A'; one < 'A' + 20; one++) {
      name(town, mother, "Enfant " + one);
    }
    name(town, mother, "Enfant A");
    assertThat(tryToName(town, mother, "Enfant de trop"))
        .isEqualTo(Answer.refused(Refusal.of("givenName", "tooManyNamed", 20)));
    town.run(
        "update aid_child_claim set refused_at = utc_timestamp(6) where account_id = ?"
            + " and given_name = 'Enfant A'",
        mother.accountId());
    name(town, mother, "Enfant de trop");
  }

  @Test
  @DisplayName("M-H11: whoever names a child stands in nobody's way before the link is confirmed")
  void a_stranger_stands_in_no_familys_way() throws Exception {
    AidTown town = AidTown.found(database);
    Caller stranger = signedOn(link(town, "nora@exemple.invalid", Duration.ofMinutes(30)).secret());
    Caller mother = signedOn(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret());
    Caller father = signedOn(link(town, "ali@exemple.invalid", Duration.ofMinutes(30)).secret());
    List<Caller> all = List.of(stranger, mother, father);
    for (Caller who : all) {
      name(town, who, "Nora");
    }
    UUID first = done(begin(town, stranger));
    assertThat(standing(mother)).as("nothing is told of it").isEqualTo(FamilyAid.Standing.NONE);
    UUID second = done(begin(town, mother));
    assertThat(done(begin(town, mother))).as("one of one account").isEqualTo(second);
    assertThat(drafts(town)).containsExactlyInAnyOrder(first.toString(), second.toString());

    done(confirmed(town, mother));
    done(confirmed(town, father));
    assertThat(standing(father)).isEqualTo(FamilyAid.Standing.EXISTS);
    assertThat(begin(town, father))
        .isEqualTo(Answer.refused(Refusal.of("children", "exists", "Nora")));
    assertThat(confirmed(town, stranger))
        .isEqualTo(Answer.refused(Refusal.of("pupil", "otherApplication")));
    town.run(
        "update aid_application set state = 'WITHDRAWN' where public_id = ?", second.toString());
    done(confirmed(town, stranger));
  }

  @Test
  @DisplayName("a draft that was left gives way to the other parent, not to who names the child")
  void a_stranger_takes_no_draft_away() throws Exception {
    AidTown town = AidTown.found(database);
    Caller mother = signedOn(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret());
    Caller other = signedOn(link(town, "nora@exemple.invalid", Duration.ofMinutes(30)).secret());
    name(town, mother, "Nora");
    name(town, other, "Nora");
    UUID first = done(begin(town, mother));
    done(confirmed(town, mother));
    town.run(
        "update aid_application set created_at = created_at - interval 15 day, draft_saved_at ="
            + " null where campaign_id = ?",
        town.campaign);

    UUID beside = done(begin(town, other));
    assertThat(drafts(town)).containsExactlyInAnyOrder(first.toString(), beside.toString());
    town.run(
        "delete from aid_event where application_id = (select id from aid_application"
            + " where public_id = ?)",
        beside.toString());
    town.run("delete from aid_application where public_id = ?", beside.toString());
    done(confirmed(town, other));
    UUID second = done(begin(town, other));
    assertThat(drafts(town)).containsExactly(second.toString());
  }

  private FamilyAid.Standing standing(Caller who) throws Exception {
    return acting
        .as(who, Role.GUARDIAN, family::overview)
        .campaigns()
        .get(0)
        .lines()
        .get(0)
        .standing();
  }

  /** The bursar says that the child is in no feed. */
  private Answer<ChildClaims.Answered> confirmed(AidTown town, Caller who) throws Exception {
    UUID claim = child(who).id();
    return acting
        .as(town.bursar(), Role.BURSAR, () -> claims.confirm(claim, Optional.empty()))
        .orElseThrow();
  }

  private Answer<UUID> begin(AidTown town, Caller who) throws Exception {
    UUID child = child(who).id();
    return acting
        .as(who, Role.GUARDIAN, () -> applying.begin(town.campaignId, List.of(child)))
        .orElseThrow();
  }

  private static List<String> drafts(AidTown town) throws SQLException {
    return town.column(
        "select public_id from aid_application where campaign_id = ?", town.campaign);
  }

  /** A family names a child, as the directory knows it or not. */
  private void name(AidTown town, Caller who, String givenName) throws Exception {
    done(tryToName(town, who, givenName));
  }

  private Answer<String> tryToName(AidTown town, Caller who, String givenName) throws Exception {
    UUID school = school(town);
    return acting.as(
        who,
        Role.GUARDIAN,
        () ->
            named.name(
                "Essai",
                givenName,
                Optional.of(LocalDate.parse("2014-03-02")),
                Optional.of(school)));
  }

  private static UUID school(AidTown town) throws SQLException {
    return UUID.fromString(town.value("select public_id from school where id = ?", town.school));
  }

  private Known child(Caller who) throws Exception {
    return acting.as(who, Role.GUARDIAN, family::overview).children().get(0);
  }

  @Test
  @DisplayName("M-H11: who the child is cannot be confirmed against another live application")
  void a_second_application_is_not_let_in_by_the_back_door() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller father = town.parent("Paul", "FATHER", ada);
    done(
        acting
            .as(
                father,
                Role.GUARDIAN,
                () -> applying.begin(town.campaignId, List.of(ada.publicId())))
            .orElseThrow());
    Caller mother = signedOn(link(town, "awa@exemple.invalid", Duration.ofMinutes(30)).secret());
    name(town, mother, "Ada");
    UUID claim = child(mother).id();
    done(
        acting
            .as(mother, Role.GUARDIAN, () -> applying.begin(town.campaignId, List.of(claim)))
            .orElseThrow());
    Answer<ChildClaims.Answered> answer =
        acting
            .as(
                town.officer(),
                Role.AID_OFFICER,
                () -> claims.confirm(claim, Optional.of(ada.publicId())))
            .orElseThrow();
    assertThat(answer).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void schools_are_kept_by_hand_and_families_find_them() throws Exception {
    AidTown town = AidTown.found(database);
    Caller manager = town.manager();
    assertThat(
            acting.as(manager, Role.AID_MANAGER, () -> schools.add("12", "", "", "PUBLIC", false)))
        .isInstanceOf(Answer.Refused.class);
    done(
        acting.as(
            manager,
            Role.AID_MANAGER,
            () ->
                schools.add(
                    "0319999z", "Sainte-Marie", "Ailleurs", "PRIVATE_UNDER_CONTRACT", true)));
    Caller mother = town.parent("Mona", "MOTHER", town.child("Ada"));
    assertThat(acting.as(mother, Role.GUARDIAN, named::schools))
        .anyMatch(one -> one.uai().equals("0319999Z") && one.outside() && one.byHand());
  }

  @Test
  void an_officer_types_for_a_family_on_paper() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    town.parent("Mona", "MOTHER", ada);
    Caller officer = town.officer();
    Callable<Optional<Answer<UUID>>> typing =
        () ->
            entry.begin(
                town.campaignId,
                ada.publicId(),
                Optional.empty(),
                "Léo Papier",
                "",
                Optional.of(LocalDate.now(ZoneOffset.UTC)));
    UUID id = done(acting.as(officer, Role.AID_OFFICER, typing).orElseThrow());
    assertThat(
            town.value(
                "select concat_ws(' ', origin, applicant_name, applicant_account_id is null)"
                    + " from aid_application where public_id = ?",
                id.toString()))
        .isEqualTo("AGENT Léo Papier 1");
    assertThat(acting.as(officer, Role.AID_OFFICER, typing).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
  }
}
