package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Summary;
import fr.gestmat.mealaid.boundary.application.Sending.Sent;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.system.incontainer.AidTown.Child;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Families apply, on the real database: drafts, autosave, sending once, changes after it. */
class AidApplicationInContainerIT extends AidApplicationTest {

  @Test
  @DisplayName(
      "M-H13 three children at once: the household is typed once, each gets an application")
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
  @DisplayName("M-C11: changes that an officer was quicker than are refused, and said to be unsent")
  void changes_during_the_review() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    done(send(mother, id));
    assertThat(done(send(mother, id)).already()).as("nothing was changed").isTrue();
    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    Frame frame = open(mother, id);
    done(save(mother, id, "dependents", frame.revision(), Map.of("dependents", "4")));
    town.run("update aid_application set state = 'IN_REVIEW' where public_id = ?", id.toString());

    assertThat(refused(send(mother, id))).containsExactly("inReview");
    assertThat(as(mother, () -> files.find(id)).orElseThrow().unsent()).isTrue();
    assertThat(line(mother, ada).unsent()).isTrue();
    town.run("update aid_application set state = 'TO_COMPLETE' where public_id = ?", id.toString());
    assertThat(open(mother, id).answers().get(0).to("dependents")).contains("4");
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
