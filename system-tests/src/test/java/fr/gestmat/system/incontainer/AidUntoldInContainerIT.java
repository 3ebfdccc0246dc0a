package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.MailLinkSignOn;
import fr.gestmat.identity.boundary.MailLinkSignOn.Purpose;
import fr.gestmat.identity.boundary.Sessions;
import fr.gestmat.mealaid.boundary.application.Applying;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.Questionnaire;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.application.Sending;
import fr.gestmat.mealaid.boundary.arrival.ChildClaims;
import fr.gestmat.mealaid.boundary.arrival.FamilyDoor;
import fr.gestmat.mealaid.boundary.arrival.FamilyDrafts;
import fr.gestmat.mealaid.boundary.arrival.NamedChildren;
import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.system.incontainer.AidTown.Child;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people do stands while nothing can be written down for mails. */
class AidUntoldInContainerIT extends AidReviewTest {

  private static final Map<String, String> ANSWERS = new HashMap<>(FamilyFormTest.BY_TAX);

  static {
    ANSWERS.put("email", "mona@exemple.invalid");
    ANSWERS.put("custody", "ALTERNATING");
  }

  @Inject private FamilyFiles families;
  @Inject private Applying applying;
  @Inject private Questionnaire questionnaire;
  @Inject private Sending sending;
  @Inject private FamilyDrafts drafts;
  @Inject private FamilyFile application;
  @Inject private FamilyDoor door;
  @Inject private MailLinkSignOn links;
  @Inject private Sessions sessions;
  @Inject private NamedChildren named;
  @Inject private ChildClaims claims;

  private static <T> T value(Answer<T> answer) {
    done(answer);
    return ((Answer.Done<T>) answer).value();
  }

  private static <T> T first(Optional<Answer<T>> answer) {
    return value(answer.orElseThrow());
  }

  @Test
  @DisplayName("M-A21, M-I04 officers review, write, decide and reopen, and families contest")
  void of_the_review() throws Exception {
    File waits = town.submitted("Awa");
    File asked = inReview("Binta");
    File written = inReview("Coumba");
    File decided = inReview("Dado");
    File refused = inReview("Elimane");
    done(decide(refused, DecisionOrder.refuse("Revenus trop élevés.", List.of("INCOME"))));
    letters(refused);
    File mistaken = inReview("Fily");
    done(decide(mistaken, GRANT));
    letters(mistaken);
    int version = town.version(mistaken);

    Trouble.noNoticeOf(
        town.authority,
        () -> {
          lost(ada(() -> first(reviews.take(waits.id(), 0))));
          lost(
              ada(
                  () ->
                      first(
                          reviews.askCorrection(
                              asked.id(),
                              1,
                              Kind.INCOMPLETE,
                              "Il manque l'avis.",
                              UUID.randomUUID(),
                              Optional.empty()))));
          lost(ada(() -> first(reviews.write(written.id(), "Bonjour.", UUID.randomUUID()))));
          done(decide(decided, GRANT));
          lost(
              acting.as(
                  town.family(),
                  Role.GUARDIAN,
                  () -> first(families.appeal(refused.id(), "Mon revenu a baissé."))));
          lost(
              ada(
                  () ->
                      first(
                          reviews.reopen(
                              mistaken.id(),
                              version,
                              Reopening.MISTAKE,
                              Optional.empty(),
                              "Erreur de saisie"))));
        });

    assertThat(town.state(waits)).isEqualTo("IN_REVIEW");
    assertThat(town.state(asked)).isEqualTo("TO_COMPLETE");
    assertThat(town.state(decided)).isEqualTo("GRANTED");
    assertThat(town.state(mistaken)).isEqualTo("IN_REVIEW");
    assertThat(town.column("select body from aid_message where application_id = ?", written.key()))
        .containsExactly("Bonjour.");
    assertThat(town.events(refused)).endsWith("APPEAL_FILED");
    assertThat(town.notices(waits)).isEmpty();
    assertThat(town.notices(asked)).containsExactly("AID_IN_REVIEW");
    assertThat(town.notices(written)).containsExactly("AID_IN_REVIEW");
    assertThat(town.notices(mistaken)).containsExactly("AID_IN_REVIEW", "AID_DECIDED");
  }

  @Test
  @DisplayName("M-I04 who has no address is told by nobody, and the officer knows it")
  void of_nobody_to_write_to() throws Exception {
    File reached = town.submitted("Awa");
    File unreached = town.submitted("Binta");
    town.run("update aid_application set applicant_email = null where id = ?", unreached.key());
    assertThat(ada(() -> first(reviews.take(reached.id(), 0)))).isEqualTo(Told.MAILED);
    assertThat(ada(() -> first(reviews.take(unreached.id(), 0)))).isEqualTo(Told.NO_ADDRESS);

    UUID form = UUID.randomUUID();
    assertThat(ada(() -> first(reviews.write(reached.id(), "Bonjour.", form))))
        .isEqualTo(Told.MAILED);
    assertThat(ada(() -> first(reviews.write(reached.id(), "Bonjour.", form))))
        .as("sent twice")
        .isEqualTo(Told.NOT_NEEDED);
    assertThat(town.notices(reached)).containsExactly("AID_IN_REVIEW", "AID_MESSAGE");
    assertThat(town.notices(unreached)).isEmpty();
  }

  @Test
  @DisplayName("M-I04 families send, change and withdraw, and the other parent has a part")
  void of_families() throws Exception {
    AidTown home = AidTown.found(database);
    Child ada = home.child("Ada");
    Caller mother = home.parent("Mona", "MOTHER", ada);
    home.parent("Paul", "FATHER", ada);
    UUID id = begin(home, mother, ada);

    Trouble.noNoticeOf(
        home.authority,
        () -> {
          fill(mother, id);
          as(mother, () -> first(sending.send(id, Instant.now(), "fr")));
          assertThat(contributors(home, id)).containsExactly("SEPARATED Paul Essai");
          as(mother, () -> sending.amend(id));
          int revision = as(mother, () -> questionnaire.open(id).orElseThrow()).revision();
          Map<String, String> more = Map.of("dependents", "3");
          as(mother, () -> first(questionnaire.save(id, "dependents", revision, more)));
          as(mother, () -> first(sending.send(id, Instant.now(), "fr")));
          as(mother, () -> first(sending.withdraw(id)));
        });

    assertThat(
            home.column(
                "select concat_ws(' ', state, number is not null) from aid_application where"
                    + " authority_id = ?",
                home.authority))
        .containsExactly("WITHDRAWN 1");
    assertThat(
            home.column(
                "select event from aid_event where application_id = (select id from"
                    + " aid_application where public_id = ?) order by id",
                id.toString()))
        .containsSubsequence("SUBMIT", "CHANGED", "WITHDRAW");
    assertThat(home.column("select kind from notice where authority_id = ?", home.authority))
        .isEmpty();
  }

  @Test
  @DisplayName("M-D09, M-I04 an officer puts a draft away, and one that was left gives way")
  void of_drafts() throws Exception {
    AidTown home = AidTown.found(database);
    Child ada = home.child("Ada");
    Child ben = home.child("Ben");
    Caller mother = home.parent("Mona", "MOTHER", ada, ben);
    Caller father = home.parent("Paul", "FATHER", ada, ben);
    Caller officer = home.officer();
    UUID away = begin(home, mother, ada);
    UUID left = begin(home, mother, ben);
    home.run(
        "update aid_application set created_at = created_at - interval 15 day, draft_saved_at ="
            + " null where public_id = ?",
        left.toString());
    int version =
        acting.as(officer, Role.AID_OFFICER, () -> drafts.find(away).orElseThrow()).version();

    Trouble.noNoticeOf(
        home.authority,
        () -> {
          lost(
              acting.as(
                  officer,
                  Role.AID_OFFICER,
                  () -> first(drafts.putAway(away, version, "Arrivée sur papier."))));
          begin(home, father, ben);
        });

    assertThat(
            home.column(
                "select concat_ws(' ', child_given_name, state, applicant_name) from"
                    + " aid_application where authority_id = ? order by id",
                home.authority))
        .containsExactly("Ada WITHDRAWN Mona Essai", "Ben DRAFT Paul Essai");
    assertThat(
            as(mother, () -> application.find(away).orElseThrow()).putAway().orElseThrow().reason())
        .as("which the family reads on its page")
        .isEqualTo("Arrivée sur papier.");
    assertThat(home.column("select kind from notice where authority_id = ?", home.authority))
        .isEmpty();
  }

  @Test
  @DisplayName("M-I04 the school says who a child is, or that it knows no such child")
  void of_the_school() throws Exception {
    AidTown home = AidTown.found(database);
    Child ada = home.child("Ada");
    Caller mother = comesIn(home, "awa@exemple.invalid");
    name(home, mother, "Ada");
    name(home, mother, "Nora");
    Caller bursar = home.bursar();
    List<UUID> waiting =
        acting.as(bursar, Role.BURSAR, claims::waiting).stream()
            .map(line -> line.claim().id())
            .toList();

    Trouble.noNoticeOf(
        home.authority,
        () -> {
          Optional<UUID> pupil = Optional.of(ada.publicId());
          assertThat(
                  acting.as(
                      bursar, Role.BURSAR, () -> first(claims.confirm(waiting.get(0), pupil))))
              .isEqualTo(new ChildClaims.Answered("Ada", Told.LOST));
          assertThat(acting.as(bursar, Role.BURSAR, () -> claims.refuse(waiting.get(1))))
              .contains(new ChildClaims.Answered("Nora", Told.LOST));
        });

    assertThat(acting.as(bursar, Role.BURSAR, claims::waiting)).isEmpty();
    assertThat(
            home.column(
                "select action from journal_entry where authority_id = ? and subject_type ="
                    + " 'AID_CHILD' and action <> 'AID_CHILD_CLAIMED' order by id",
                home.authority))
        .containsExactly("AID_CHILD_CONFIRMED", "AID_CHILD_REFUSED");
    assertThat(home.column("select kind from notice where authority_id = ?", home.authority))
        .isEmpty();
  }

  @Test
  @DisplayName("M-D20 a link that cannot be mailed is not promised, and may be asked for again")
  void of_the_door() throws Exception {
    AidTown home = AidTown.found(database);
    UUID id =
        UUID.fromString(
            home.value("select public_id from local_authority where id = ?", home.authority));

    Trouble.noNoticeOf(
        home.authority,
        () -> {
          for (int i = 0; i < 3; i++) {
            assertThat(door.ask(id, "awa@exemple.invalid", "Awa Diop")).isFalse();
          }
        });

    assertThat(home.value("select count(*) from mail_link where authority_id = ?", home.authority))
        .as("no link that nobody has, and none that counts")
        .isEqualTo("0");
    assertThat(door.ask(id, "awa@exemple.invalid", "Awa Diop")).isTrue();
    assertThat(home.column("select kind from notice where authority_id = ?", home.authority))
        .containsExactly("AID_LINK");
  }

  private static void lost(Told told) {
    assertThat(told).isEqualTo(Told.LOST);
  }

  private <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, Role.GUARDIAN, work);
  }

  private UUID begin(AidTown home, Caller who, Child child) throws Exception {
    return as(who, () -> first(applying.begin(home.campaignId, List.of(child.publicId()))));
  }

  /** Answers everything that is asked, in order. */
  private void fill(Caller who, UUID id) throws Exception {
    Frame frame = as(who, () -> questionnaire.open(id).orElseThrow());
    Optional<Step> next = frame.steps().firstOpen(frame.form(), frame.answers());
    while (next.isPresent()) {
      String step = next.get().key();
      int revision = frame.revision();
      as(who, () -> first(questionnaire.save(id, step, revision, ANSWERS)));
      frame = as(who, () -> questionnaire.open(id).orElseThrow());
      next = frame.steps().firstOpen(frame.form(), frame.answers());
    }
  }

  private static List<String> contributors(AidTown home, UUID id) throws Exception {
    return home.column(
        "select concat(kind, ' ', name) from aid_contributor where application_id = (select id from"
            + " aid_application where public_id = ?)",
        id.toString());
  }

  private Caller comesIn(AidTown home, String email) {
    String secret =
        links
            .make(
                home.authority, Purpose.RENEWAL, email, "Awa Diop", "/aide", Duration.ofMinutes(30))
            .orElseThrow()
            .secret();
    return sessions.ofCookie(links.arrive(secret).orElseThrow().session()).orElseThrow().caller();
  }

  private void name(AidTown home, Caller who, String givenName) throws Exception {
    UUID school =
        UUID.fromString(home.value("select public_id from school where id = ?", home.school));
    LocalDate born = LocalDate.of(2014, 3, 2);
    as(who, () -> value(named.name("Essai", givenName, Optional.of(born), Optional.of(school))));
  }
}
