package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.Applying;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Line;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Standing;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.OwnPart;
import fr.gestmat.mealaid.boundary.application.Questionnaire;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Kept;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Summary;
import fr.gestmat.mealaid.boundary.application.ReceiptPaper;
import fr.gestmat.mealaid.boundary.application.Sending;
import fr.gestmat.mealaid.boundary.application.Sending.Sent;
import fr.gestmat.mealaid.control.application.DraftReminderJob;
import fr.gestmat.mealaid.control.application.EmptyDrafts;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Families apply, on the real database: drafts, autosave, sending once, two parents. */
class AidApplicationInContainerIT extends InContainerTest {

  private static final Map<String, String> HOUSEHOLD =
      Map.of(
          "living", "ALONE",
          "dependents", "3",
          "provider", "CAF",
          "quotientKnown", "YES",
          "familyQuotient", "512,50",
          "quotientMonth", "2026-10",
          "taxKnown", "NO");

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private Acting acting;
  @Inject private Applying applying;
  @Inject private FamilyAid family;
  @Inject private Questionnaire questionnaire;
  @Inject private Sending sending;
  @Inject private FamilyFile files;
  @Inject private OwnPart ownPart;
  @Inject private ReceiptPaper receipts;
  @Inject private DraftReminderJob reminders;
  @Inject private EmptyDrafts emptyDrafts;

  private <T> T as(Caller who, java.util.concurrent.Callable<T> work) throws Exception {
    return acting.as(who, Role.GUARDIAN, work);
  }

  private UUID begin(AidTown town, Caller who, Child... children) throws Exception {
    return done(tryBegin(town, who, children));
  }

  private Answer<UUID> tryBegin(AidTown town, Caller who, Child... children) throws Exception {
    List<UUID> ids = Arrays.stream(children).map(Child::publicId).toList();
    return as(who, () -> applying.begin(town.campaignId, ids)).orElseThrow();
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private static List<String> refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().stream().map(Refusal::code).distinct().toList();
  }

  private Frame open(Caller who, UUID id) throws Exception {
    return as(who, () -> questionnaire.open(id)).orElseThrow();
  }

  private Answer<Kept> save(
      Caller who, UUID id, String step, int revision, Map<String, String> typed) throws Exception {
    return as(who, () -> questionnaire.save(id, step, revision, typed)).orElseThrow();
  }

  /** Answers everything that is asked, in order. */
  private void fill(Caller who, UUID id, Map<String, String> answers) throws Exception {
    for (int i = 0; i < 60; i++) {
      Frame frame = open(who, id);
      Optional<Step> next = frame.steps().firstOpen(frame.form(), frame.answers());
      if (next.isEmpty()) {
        return;
      }
      Map<String, String> typed = new HashMap<>();
      next.get()
          .page()
          .questions()
          .forEach(q -> typed.put(q.code(), answers.getOrDefault(q.code(), "")));
      done(save(who, id, next.get().key(), frame.revision(), typed));
    }
    throw new AssertionError("the form never ends");
  }

  private static Map<String, String> with(Map<String, String> base, String... pairs) {
    Map<String, String> all = new HashMap<>(base);
    all.putIfAbsent("custody", "WITH_ME");
    all.putIfAbsent("boarding", "HALF_BOARDER");
    all.putIfAbsent("mealsAWeek", "4");
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }

  private Answer<Sent> send(Caller who, UUID id) throws Exception {
    return send(who, id, Instant.now());
  }

  private Answer<Sent> send(Caller who, UUID id, Instant at) throws Exception {
    return as(who, () -> sending.send(id, at, "fr")).orElseThrow();
  }

  private Line line(Caller who, Child child) throws Exception {
    return as(who, family::overview).campaigns().get(0).lines().stream()
        .filter(one -> one.child().id().equals(child.publicId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("three children at once: the household is typed once, each gets an application")
  void several_children() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Child cy = town.child("Cy");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben, cy);

    UUID id = begin(town, mother, ada, ben, cy);
    Frame frame = open(mother, id);
    assertThat(frame.children()).containsExactly("Ada", "Ben", "Cy");
    assertThat(frame.answers())
        .allSatisfy(
            answers ->
                assertThat(answers.household())
                    .containsEntry("street", "3 rue des Lilas")
                    .containsEntry("postalCode", "99100"))
        .allSatisfy(
            answers ->
                assertThat(answers.child())
                    .containsEntry("boarding", "HALF_BOARDER")
                    .containsEntry("mealsAWeek", "4"));

    fill(mother, id, with(HOUSEHOLD));
    Sent sent = done(send(mother, id));

    assertThat(sent.already()).isFalse();
    assertThat(sent.lines()).extracting(Sent.Line::child).containsExactly("Ada", "Ben", "Cy");
    assertThat(sent.lines()).extracting(Sent.Line::number).doesNotHaveDuplicates();
    assertThat(
            town.column(
                "select concat_ws(' ', state, origin, family_quotient, dependent_children,"
                    + " first_term, draft is null) from aid_application where campaign_id = ?",
                town.campaign))
        .hasSize(3)
        .allMatch(row -> row.equals("SUBMITTED FAMILY 512.50 3 1 1"));
    assertThat(
            town.column(
                "select kind from notice where authority_id = ? and person_address like 'mona%'",
                town.authority))
        .containsExactly("AID_SENT", "AID_SENT", "AID_SENT");
    assertThat(
            town.column(
                "select action from journal_entry where authority_id = ? order by id",
                town.authority))
        .contains("AID_BEGUN", "AID_SUBMIT");
    byte[] paper = as(mother, () -> receipts.write(id)).orElseThrow();
    assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  @DisplayName("M-D06 M-D07: sent twice is sent once, and a stale page changes nothing")
  void sent_once() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    int old = open(mother, id).revision();

    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Sent>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          acting.begin(
              mother,
              Role.GUARDIAN,
              () -> {
                together.await(10, TimeUnit.SECONDS);
                return done(sending.send(id, Instant.now(), "fr").orElseThrow());
              }));
    }
    List<Boolean> already = new ArrayList<>();
    for (Future<Sent> one : both) {
      already.add(one.get(30, TimeUnit.SECONDS).already());
    }
    assertThat(already).containsExactlyInAnyOrder(true, false);
    assertThat(
            town.column(
                "select event from aid_event e join aid_application a on"
                    + " a.id = e.application_id where a.campaign_id = ? order by e.id",
                town.campaign))
        .containsExactly("BEGUN", "SUBMIT");

    assertThat(refused(save(mother, id, "living", old, Map.of("living", "PARTNER"))))
        .containsExactly("sentAlready");
    assertThat(
            town.value("select submitted from aid_application where public_id = ?", id.toString()))
        .contains("\"living\":\"ALONE\"");
    assertThat(done(send(mother, id)).already()).isTrue();
  }

  @Test
  @DisplayName("M-D02 M-D08: an old page never overwrites newer answers; the page is found again")
  void old_pages() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    int first = open(mother, id).revision();
    int second = done(save(mother, id, "living", first, Map.of("living", "PARTNER"))).revision();
    done(save(mother, id, "dependents", second, Map.of("dependents", "deux")));

    assertThat(save(mother, id, "living", first, Map.of("living", "ALONE")))
        .isInstanceOf(Answer.Stale.class);
    Frame frame = open(mother, id);
    assertThat(frame.answers().get(0).household())
        .containsEntry("living", "PARTNER")
        .as("what is wrong is kept too")
        .containsEntry("dependents", "deux");
    assertThat(frame.stopped()).contains("dependents");
  }

  @Test
  @DisplayName("M-I12: what a family put away is out of its list, and stays where it can be found")
  void hidden() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    done(send(mother, id));
    assertThat(as(mother, () -> sending.hide(id))).as("before its end").contains(false);
    assertThat(line(mother, ada).hidden()).isFalse();

    town.run("update aid_application set state = 'REFUSED' where public_id = ?", id.toString());
    assertThat(as(mother, () -> sending.hide(id))).contains(true);
    assertThat(line(mother, ada).hidden()).isTrue();
    assertThat(as(mother, () -> files.find(id))).isPresent();
  }

  @Test
  @DisplayName("M-D09 M-H11: one live application per child: the second start opens the first")
  void one_per_child() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ada);
    UUID id = begin(town, mother, ada);
    assertThat(begin(town, mother, ada)).isEqualTo(id);

    assertThat(refused(tryBegin(town, father, ada))).containsExactly("exists");
    Line seen = line(father, ada);
    assertThat(seen.standing()).isEqualTo(Standing.EXISTS);
    assertThat(seen.application()).isEmpty();
    assertThat(seen.state()).isEmpty();
    assertThat(as(father, () -> questionnaire.open(id))).isEmpty();
    assertThat(as(father, () -> files.find(id))).isEmpty();
    assertThat(as(father, () -> sending.send(id, Instant.now(), "fr"))).isEmpty();
    assertThat(as(father, () -> sending.withdraw(id))).isEmpty();
    assertThat(as(father, () -> receipts.write(id))).isEmpty();
  }

  @Test
  @DisplayName("M-E09 M-H11: two parents begin at the same moment, one live application")
  void race_of_two_parents() throws Exception {
    for (int round = 0; round < 5; round++) {
      AidTown town = AidTown.found(database);
      Child ada = town.child("Ada");
      Caller mother = town.parent("Mona", "MOTHER", ada);
      Caller father = town.parent("Paul", "FATHER", ada);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<Answer<UUID>>> both = new ArrayList<>();
      for (Caller who : List.of(mother, father)) {
        both.add(
            acting.begin(
                who,
                Role.GUARDIAN,
                () -> {
                  together.await(10, TimeUnit.SECONDS);
                  return applying.begin(town.campaignId, List.of(ada.publicId())).orElseThrow();
                }));
      }
      List<String> results = new ArrayList<>();
      for (Future<Answer<UUID>> one : both) {
        results.add(one.get(30, TimeUnit.SECONDS).getClass().getSimpleName());
      }
      assertThat(results).containsExactlyInAnyOrder("Done", "Refused");
      assertThat(
              town.value(
                  "select count(*) from aid_application where campaign_id = ?", town.campaign))
          .isEqualTo("1");
    }
  }

  @Test
  @DisplayName("M-E02 M-E03 M-E04: the deadline is decided on the arrival, whatever a page showed")
  void deadline() throws Exception {
    LocalDate yesterday = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(2);
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    town.run(
        "update aid_campaign set full_effect_until = ?, closes_on = ? where id = ?",
        yesterday,
        yesterday,
        town.campaign);

    assertThat(refused(send(mother, id))).containsExactly("notCLOSED");
    assertThat(town.value("select state from aid_application where campaign_id = ?", town.campaign))
        .isEqualTo("DRAFT");
    Instant midnight =
        yesterday.plusDays(1).atStartOfDay(java.time.ZoneId.of("Europe/Paris")).toInstant();
    assertThat(refused(send(mother, id, midnight))).containsExactly("notCLOSED");
    assertThat(done(send(mother, id, midnight.minusMillis(1))).already())
        .as("it arrived in time and waited in a queue")
        .isFalse();
  }

  @Test
  @DisplayName("M-D16: an answer that rules the aid out is said, and sending is possible again")
  void not_eligible() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    Frame frame = open(mother, id);
    int next =
        done(save(mother, id, "boarding.1", frame.revision(), Map.of("boarding", "DAY")))
            .revision();

    Summary summary = as(mother, () -> questionnaire.summary(id)).orElseThrow();
    assertThat(summary.isReady()).isFalse();
    assertThat(summary.hints()).containsOnlyKeys(1);
    assertThat(refused(send(mother, id))).containsExactly("notHalfBoarder");

    done(save(mother, id, "boarding.1", next, Map.of("boarding", "HALF_BOARDER")));
    assertThat(done(send(mother, id)).already()).isFalse();
  }

  @Test
  @DisplayName("M-H09: only what the page asks is kept")
  void only_what_is_asked() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    int revision = open(mother, id).revision();
    done(
        save(
            mother,
            id,
            "living",
            revision,
            Map.of("living", "ALONE", "state", "GRANTED", "number", "1", "familyQuotient", "0")));
    Answers answers = open(mother, id).answers().get(0);
    assertThat(answers.household()).doesNotContainKeys("state", "number", "familyQuotient");
  }

  @Test
  @DisplayName(
      "M-F20 separated parents: one application, an own part each, nothing of the other is seen")
  void separated() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD, "custody", "ALTERNATING"));
    done(send(mother, id));

    assertThat(line(father, ada).standing()).isEqualTo(Standing.OWN_PART);
    assertThat(line(father, ada).state()).isEmpty();
    assertThat(as(father, () -> questionnaire.open(id))).isEmpty();
    assertThat(as(father, () -> questionnaire.summary(id))).isEmpty();
    assertThat(as(father, () -> files.find(id))).isEmpty();
    OwnPart.Part part = as(father, () -> ownPart.find(id)).orElseThrow();
    assertThat(part.answers()).isEqualTo(Answers.NONE);

    Map<String, String> his =
        with(HOUSEHOLD, "street", "1 quai Haut", "postalCode", "99200", "town", "Là-bas");
    done(as(father, () -> ownPart.send(id, his)).orElseThrow());
    assertThat(line(father, ada).standing()).isEqualTo(Standing.OWN_PART_SENT);

    FamilyFile.File seen = as(mother, () -> files.find(id)).orElseThrow();
    assertThat(seen.others()).containsExactly(new FamilyFile.Other("Paul Essai", true, true));
    assertThat(seen.answers().household()).doesNotContainValue("1 quai Haut");
    assertThat(as(mother, () -> ownPart.find(id))).as("the applicant has no such part").isEmpty();
    assertThat(
            town.value(
                "select answers from aid_contributor where application_id ="
                    + " (select id from aid_application where public_id = ?)",
                id.toString()))
        .contains("1 quai Haut")
        .doesNotContain("custody");
    assertThat(
            town.column(
                "select person_address from notice where authority_id = ?"
                    + " and kind <> 'AID_OWN_PART'",
                town.authority))
        .as("what the mother is told is not the father's to read")
        .allMatch(address -> address.startsWith("mona"));
    assertThat(
            town.column(
                "select concat(person_address, ' ', json_keys(facts)) from notice"
                    + " where authority_id = ? and kind = 'AID_OWN_PART'",
                town.authority))
        .as("the father is asked once, and told nothing else (M-H11)")
        .singleElement()
        .asString()
        .startsWith("paul")
        .endsWith("[\"child\", \"link\"]");
  }

  @Test
  @DisplayName(
      "M-H01 M-H02: parents who live together share; sending is the applicant's by setting")
  void together() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ada);
    Caller stranger = town.parent("Zoé", "MOTHER", town.child("Other"));
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD, "living", "OTHER_PARENT"));

    assertThat(line(father, ada).standing()).isEqualTo(Standing.DRAFT);
    Frame his = open(father, id);
    assertThat(his.answers().get(0).household()).containsEntry("familyQuotient", "512,50");
    done(save(father, id, "dependents", his.revision(), Map.of("dependents", "2")));
    assertThat(refused(send(father, id))).containsExactly("applicantSends");
    town.run("update aid_campaign set co_parent_submits = true where id = ?", town.campaign);
    done(send(father, id));
    assertThat(as(mother, () -> files.find(id)).orElseThrow().state())
        .isEqualTo(ApplicationState.SUBMITTED);
    assertThat(as(stranger, () -> files.find(id))).isEmpty();
    assertThat(as(stranger, () -> ownPart.find(id))).isEmpty();
  }

  @Test
  @DisplayName("M-C11 M-D18: changes after sending stay with the family until they are sent")
  void changes_after_sending() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    done(send(mother, id));
    assertThat(as(mother, () -> questionnaire.open(id))).as("nothing is being typed").isEmpty();

    town.run("update aid_campaign set form_version = 2 where id = ?", town.campaign);
    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    Frame frame = open(mother, id);
    assertThat(frame.form().version()).as("what was sent stays on its version").isEqualTo(1);
    done(save(mother, id, "dependents", frame.revision(), Map.of("dependents", "4")));
    assertThat(as(mother, () -> files.find(id)).orElseThrow().unsent()).isTrue();
    assertThat(
            town.value(
                "select dependent_children from aid_application where public_id = ?",
                id.toString()))
        .isEqualTo("3");

    done(send(mother, id));
    assertThat(
            town.value(
                "select concat_ws(' ', state, dependent_children, draft is null)"
                    + " from aid_application where public_id = ?",
                id.toString()))
        .isEqualTo("SUBMITTED 4 1");
    town.run("update aid_application set state = 'IN_REVIEW' where public_id = ?", id.toString());
    assertThat(as(mother, () -> sending.amend(id))).contains(false);
    town.run("update aid_application set state = 'TO_COMPLETE' where public_id = ?", id.toString());
    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    done(send(mother, id));
    assertThat(town.value("select state from aid_application where public_id = ?", id.toString()))
        .isEqualTo("IN_REVIEW");
  }

  @Test
  @DisplayName("M-D17: a draft goes over to the form's next version when it is opened")
  void rebase() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    town.run(
        "insert into aid_form_version (campaign_id, version, income, extras, created_at,"
            + " created_by) values (?, 2, 'TAX', '', utc_timestamp(6), 'Essai')",
        town.campaign);
    town.run("update aid_campaign set form_version = 2 where id = ?", town.campaign);

    Frame frame = open(mother, id);
    assertThat(frame.form().version()).isEqualTo(2);
    assertThat(frame.answers().get(0).household())
        .containsEntry("living", "ALONE")
        .doesNotContainKeys("provider", "familyQuotient");
  }

  @Test
  @DisplayName("withdrawn by the family, another one may be begun; a decided one stays")
  void withdrawn() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    done(send(mother, id));
    done(as(mother, () -> sending.withdraw(id)).orElseThrow());
    UUID second = begin(town, mother, ada);
    assertThat(second).isNotEqualTo(id);
    fill(mother, second, with(HOUSEHOLD));
    done(send(mother, second));
    town.run("update aid_application set state = 'GRANTED' where public_id = ?", second.toString());
    assertThat(refused(as(mother, () -> sending.withdraw(second)).orElseThrow()))
        .containsExactly("decidedAlready");
  }

  @Test
  @DisplayName("M-D21 M-D22: last year's answers begin this year's, incomes anew; it may go away")
  void last_year() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID old = begin(town, mother, ada);
    fill(mother, old, with(HOUSEHOLD, "street", "9 rue Neuve", "dependents", "5"));
    done(send(mother, old));
    String before =
        town.value("select id from aid_application where public_id = ?", old.toString());
    String next = town.value("select next value for aid_campaign_seq");
    UUID nextId = UUID.randomUUID();
    town.run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by)"
            + " select ?, ?, authority_id, 'Aide', 2027, opens_on, full_effect_until, closes_on,"
            + " 2026, published_at, published_by from aid_campaign where id = ?",
        next,
        nextId.toString(),
        town.campaign);

    UUID fresh =
        done(as(mother, () -> applying.begin(nextId, List.of(ada.publicId()))).orElseThrow());
    Answers answers = open(mother, fresh).answers().get(0);
    assertThat(answers.household())
        .containsEntry("dependents", "5")
        .containsEntry("provider", "CAF")
        .doesNotContainKeys("familyQuotient", "quotientMonth", "taxKnown");
    assertThat(
            town.value(
                "select previous_id from aid_application where public_id = ?", fresh.toString()))
        .isEqualTo(before);
    town.run("delete from aid_application where id = ?", before);
    assertThat(open(mother, fresh).answers().get(0)).isEqualTo(answers);
  }

  @Test
  @DisplayName("M-E06: one reminder, two days before the closing, none for who sent one")
  void reminded_once() throws Exception {
    LocalDate today = LocalDate.ofInstant(Instant.now(), java.time.ZoneId.of("Europe/Paris"));
    List<AidTown> towns = new ArrayList<>();
    for (int days = 1; days <= 3; days++) {
      AidTown town = AidTown.found(database, LocalDate.parse("2020-01-01"), today.plusDays(days));
      towns.add(town);
      Child ada = town.child("Ada");
      Child ben = town.child("Ben");
      Caller mother = town.parent("Mona", "MOTHER", ada, ben);
      begin(town, mother, ada, ben);
      Child cy = town.child("Cy");
      Child dan = town.child("Dan");
      Caller father = town.parent("Paul", "FATHER", cy, dan);
      UUID sent = begin(town, father, cy);
      fill(father, sent, with(HOUSEHOLD));
      done(send(father, sent));
      begin(town, father, dan);
    }
    reminders.work();
    reminders.work();
    List<String> reminded = new ArrayList<>();
    for (AidTown town : towns) {
      reminded.add(
          town.value(
              "select concat(count(*), ' ', count(distinct person_key, batch)) from notice"
                  + " where authority_id = ? and kind = 'AID_DRAFT_WAITS'",
              town.authority));
    }
    assertThat(reminded)
        .as("notices and mails: two children in one mail, only in the campaign of two days")
        .containsExactly("0 0", "2 1", "0 0");
  }

  @Test
  @DisplayName("M-I08: drafts that nobody touched go after two weeks, without a word")
  void empty_drafts() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ben);
    UUID untouched = begin(town, mother, ada);
    UUID touched = begin(town, father, ben);
    done(
        save(
            father,
            touched,
            "living",
            open(father, touched).revision(),
            Map.of("living", "ALONE")));
    town.run(
        "update aid_application set created_at = created_at - interval 15 day"
            + " where campaign_id = ?",
        town.campaign);
    emptyDrafts.work();
    assertThat(
            town.column(
                "select public_id from aid_application where campaign_id = ?", town.campaign))
        .containsExactly(touched.toString());
    assertThat(as(mother, () -> questionnaire.open(untouched))).isEmpty();
    assertThat(town.value("select count(*) from notice where authority_id = ?", town.authority))
        .isEqualTo("0");
  }

  @Test
  @DisplayName("saving a page costs few statements")
  void saving_is_cheap() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    long selects =
        as(
            mother,
            () ->
                StatementCount.selects(
                    database,
                    () -> {
                      int revision = questionnaire.open(id).orElseThrow().revision();
                      return questionnaire.save(
                          id, "dependents", revision, Map.of("dependents", "2"));
                    }));
    assertThat(selects).isLessThanOrEqualTo(16);
  }
}
