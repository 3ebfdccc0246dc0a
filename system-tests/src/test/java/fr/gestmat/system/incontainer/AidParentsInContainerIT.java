package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Line;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Standing;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.OwnPart;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
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

/** Two parents of one child: one application, and what each of them sees of it. */
class AidParentsInContainerIT extends AidApplicationTest {

  private static final Map<String, String> HIS =
      with(HOUSEHOLD, "street", "1 quai Haut", "postalCode", "99200", "town", "Là-bas");

  @Inject private OwnPart ownPart;

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

    done(as(father, () -> ownPart.send(id, HIS)).orElseThrow());
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
  @DisplayName("M-H11: of children of several other parents none sees anything of the other's")
  void children_of_several_other_parents() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    Caller paul = town.parent("Paul", "FATHER", ada);
    Caller xavier = town.parent("Xavier", "FATHER", ben);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD, "living", "OTHER_PARENT"));
    assertThat(line(paul, ada).standing()).isEqualTo(Standing.DRAFT);

    UUID second = begin(town, mother, ada, ben);
    assertThat(line(paul, ada).standing())
        .as("of two fathers nobody can tell any more who lives there")
        .isEqualTo(Standing.EXISTS);
    assertThat(open(mother, second).steps().find("custody.1")).isPresent();
    assertThat(as(mother, () -> questionnaire.sharers(second))).isEmpty();
    fill(mother, second, with(HOUSEHOLD, "living", "OTHER_PARENT", "custody", "ALTERNATING"));
    done(send(mother, second));

    for (Caller father : List.of(paul, xavier)) {
      Child his = father == paul ? ada : ben;
      assertThat(line(father, his).standing()).isEqualTo(Standing.OWN_PART);
      UUID its = line(mother, his).application().orElseThrow();
      assertThat(as(father, () -> questionnaire.summary(its))).isEmpty();
      assertThat(as(father, () -> files.find(its))).isEmpty();
    }
  }

  @Test
  @DisplayName("M-H01: the other parent of all children shares the household's application")
  void the_other_parent_of_all_children() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    Caller father = town.parent("Paul", "FATHER", ada, ben);
    UUID id = begin(town, mother, ada, ben);
    fill(mother, id, with(HOUSEHOLD, "living", "OTHER_PARENT"));
    assertThat(open(father, id).steps().find("custody.1")).isEmpty();
    assertThat(line(father, ben).standing()).isEqualTo(Standing.DRAFT);
    assertThat(as(mother, () -> questionnaire.sharers(id))).containsExactly("Paul Essai");
    assertThat(as(mother, () -> questionnaire.summary(id)).orElseThrow().sharers())
        .as("who sees it is named before it is sent")
        .containsExactly("Paul Essai");
    Caller stranger = town.parent("Zoé", "MOTHER", town.child("Other"));
    assertThat(as(stranger, () -> questionnaire.sharers(id))).isEmpty();
    Frame again = open(mother, id);
    done(save(mother, id, "living", again.revision(), Map.of("living", "PARTNER")));
    assertThat(as(mother, () -> questionnaire.summary(id)).orElseThrow().sharers()).isEmpty();
  }

  @Test
  @DisplayName("M-C11 M-F20: a change that is given up takes nothing from the other parent's part")
  void a_change_that_is_given_up() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD, "custody", "ALTERNATING"));
    done(as(father, () -> ownPart.send(id, HIS)).orElseThrow());
    Frame draft = open(mother, id);
    done(save(mother, id, "custody.1", draft.revision(), Map.of("custody", "WITH_ME")));
    assertThat(line(father, ada).standing())
        .as("nothing was sent yet")
        .isEqualTo(Standing.OWN_PART_SENT);
    Frame again = open(mother, id);
    done(save(mother, id, "custody.1", again.revision(), Map.of("custody", "ALTERNATING")));
    done(send(mother, id));

    as(mother, () -> sending.amend(id));
    Frame change = open(mother, id);
    done(save(mother, id, "custody.1", change.revision(), Map.of("custody", "WITH_ME")));
    as(mother, () -> sending.dropChanges(id));
    assertThat(line(father, ada).standing()).isEqualTo(Standing.OWN_PART_SENT);

    as(mother, () -> sending.amend(id));
    Frame meant = open(mother, id);
    done(save(mother, id, "custody.1", meant.revision(), Map.of("custody", "WITH_ME")));
    done(send(mother, id));
    assertThat(line(father, ada).standing()).isEqualTo(Standing.EXISTS);
  }

  @Test
  @DisplayName("M-A07: an own part that comes again is a change for whoever looked at it before")
  void an_own_part_that_comes_again() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD, "custody", "ALTERNATING"));
    done(send(mother, id));
    done(as(father, () -> ownPart.send(id, HIS)).orElseThrow());
    String seen = version(town, id);
    done(as(father, () -> ownPart.send(id, with(HIS, "familyQuotient", "900"))).orElseThrow());
    assertThat(version(town, id)).isNotEqualTo(seen);
  }

  @Test
  @DisplayName("M-H11: who applies without the directory's link is never their own other parent")
  void an_applicant_whom_the_directory_does_not_know() throws Exception {
    assertThat(invitedBy("applicant_name")).containsExactly("Paul Essai");
    assertThat(invitedBy("'Awa Diop', applicant_email = 'awa@exemple.invalid'"))
        .as("either of two may be the applicant")
        .isEmpty();
  }

  /** Names of those who take part, if the applicant's account is linked with no guardian. */
  private List<String> invitedBy(String name) throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    town.parent("Paul", "FATHER", ada);
    UUID id = begin(town, mother, ada);
    town.run(
        "update aid_application set applicant_guardian_id = null, applicant_name = "
            + name
            + " where public_id = ?",
        id.toString());
    fill(mother, id, with(HOUSEHOLD, "custody", "ALTERNATING"));
    return town.column(
        "select c.name from aid_contributor c join aid_application a on a.id = c.application_id"
            + " where a.public_id = ?",
        id.toString());
  }

  private static String version(AidTown town, UUID id) throws Exception {
    return town.value("select version from aid_application where public_id = ?", id.toString());
  }
}
