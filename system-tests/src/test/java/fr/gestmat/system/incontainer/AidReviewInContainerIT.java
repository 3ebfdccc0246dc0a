package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.mealaid.boundary.review.WorkLists;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.mealaid.control.review.OverdueCorrections;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What officers do with an application, decisions apart. */
class AidReviewInContainerIT extends AidReviewTest {

  @Inject private FamilyFiles families;
  @Inject private WorkLists lists;
  @Inject private OverdueCorrections overdue;

  private Answer<Told> ask(File file, Kind kind, String message) throws Exception {
    int version = town.version(file);
    return ada(
        () ->
            reviews
                .askCorrection(
                    file.id(), version, kind, message, UUID.randomUUID(), Optional.empty())
                .orElseThrow());
  }

  @Test
  @DisplayName("M-A01, M-A02 taken once: by whom, since when, one mail; again says already")
  void takes() throws Exception {
    File file = inReview("Awa");
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    assertThat(
            town.value(
                "select concat(assigned_name, first_in_review_at is not null) from aid_application"
                    + " where id = ?",
                file.key()))
        .isEqualTo("Ada Martin1");
    assertThat(town.notices(file)).containsExactly("AID_IN_REVIEW");
    assertThat(codes(bruno(() -> reviews.take(file.id(), 0).orElseThrow())))
        .containsExactly("in.IN_REVIEW");
    assertThat(town.events(file)).containsExactly("TAKE");
    assertThat(town.notices(file)).hasSize(1);
  }

  @Test
  @DisplayName("M-A20 opening changes nothing; M-A26 foreign ids and drafts are nothing")
  void reading() throws Exception {
    File file = town.submitted("Awa");
    ApplicationFile read = ada(() -> reviews.file(file.id()).orElseThrow());
    assertThat(read.application().number()).isNotNull();
    assertThat(read.assessed().gift()).isPresent();
    assertThat(town.state(file) + town.version(file)).isEqualTo("SUBMITTED0");
    assertThat(
            town.value(
                "select count(*) from journal_entry where subject_id = ? and action = 'AID_READ'",
                file.key()))
        .isEqualTo("1");
    ReviewTown other = ReviewTown.found(database);
    File foreign = other.submitted("Awa");
    assertThat(ada(() -> reviews.file(foreign.id()))).isEmpty();
    assertThat(ada(() -> reviews.take(foreign.id(), 0))).isEmpty();
    assertThat(ada(() -> decisions.decide(foreign.id(), 0, GRANT))).isEmpty();
    town.run(
        "update aid_application set state = 'DRAFT', submitted_at = null where id = ?", file.key());
    assertThat(ada(() -> reviews.file(file.id()))).isEmpty();
  }

  @Test
  @DisplayName("M-A09 who looks is shown to others, ends by acting, and never outlives a right")
  void presence() throws Exception {
    File file = town.submitted("Awa");
    ada(() -> reviews.look(file.id()));
    bruno(() -> reviews.look(file.id()));
    assertThat(bruno(() -> reviews.file(file.id()).orElseThrow()).present())
        .hasValueSatisfying(one -> assertThat(one.name()).isEqualTo("Ada Martin"));
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow()).present()).isEmpty();
    assertThat(
            bruno(() -> lists.page(Optional.empty(), WorkFilter.ALL, Optional.empty()))
                .orElseThrow()
                .page()
                .lines()
                .get(0)
                .present())
        .contains("Ada Martin");
    ada(() -> reviews.take(file.id(), 0));
    assertThat(bruno(() -> reviews.file(file.id()).orElseThrow()).present()).isEmpty();
    ada(() -> reviews.look(file.id()));
    town.run("delete from role_grant where account_id = ?", town.ada.account());
    assertThat(bruno(() -> reviews.file(file.id()).orElseThrow()).present()).isEmpty();
    town.run(
        "update aid_presence set until = utc_timestamp(6) - interval 1 second where"
            + " application_id = ?",
        file.key());
    bruno(() -> reviews.look(file.id()));
    assertThat(town.value("select name from aid_presence where application_id = ?", file.key()))
        .isEqualTo("Bruno Petit");
  }

  @Test
  @DisplayName(
      "M-C01, M-C02, M-C08 a correction keeps one that waits and sends one under review back")
  void asksCorrections() throws Exception {
    File waits = town.submitted("Awa");
    done(ask(waits, Kind.INCORRECT, "Le nom est faux."));
    assertThat(town.state(waits)).isEqualTo("SUBMITTED");
    assertThat(town.events(waits)).containsExactly("CORRECTION_ASKED");
    File review = inReview("Binta");
    done(ask(review, Kind.INCOMPLETE, "Il manque l'avis d'imposition."));
    assertThat(town.state(review)).isEqualTo("TO_COMPLETE");
    assertThat(town.notices(review)).containsExactly("AID_IN_REVIEW", "AID_TO_COMPLETE");
    assertThat(
            town.column(
                "select kind from aid_correction where application_id in (?, ?) order by id",
                waits.key(),
                review.key()))
        .containsExactly("INCORRECT", "INCOMPLETE");
    assertThat(codes(ask(waits, Kind.OUTDATED, "Encore."))).contains("correctionPending");
    assertThat(
            town.value(
                "select complete_at is null from aid_application where id = ?", review.key()))
        .isEqualTo("1");
  }

  @Test
  @DisplayName("M-C04, M-C05, M-C14 nothing is saved when it cannot be asked or written")
  void refusesMessages() throws Exception {
    File file = inReview("Awa");
    assertThat(codes(ask(file, Kind.INCOMPLETE, "  "))).containsExactly("missing");
    int version = town.version(file);
    assertThat(
            codes(
                ada(
                    () ->
                        reviews
                            .askCorrection(
                                file.id(),
                                version,
                                Kind.INCOMPLETE,
                                "Bonjour",
                                UUID.randomUUID(),
                                Optional.of(LocalDate.of(2020, 1, 1)))
                            .orElseThrow())))
        .containsExactly("duePast");
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    assertThat(town.value("select count(*) from aid_message where application_id = ?", file.key()))
        .isEqualTo("0");
    done(decide(file, GRANT));
    assertThat(codes(ask(file, Kind.INCOMPLETE, "Bonjour"))).containsExactly("in.GRANTED");
    File gone = town.submitted("Binta", "400", "WITHDRAWN");
    assertThat(
            codes(ada(() -> reviews.write(gone.id(), "Bonjour", UUID.randomUUID()).orElseThrow())))
        .containsExactly("in.WITHDRAWN");
  }

  @Test
  @DisplayName("M-C06 the family's answer ends the request; M-C16 a double click writes once")
  void familyAnswers() throws Exception {
    File file = inReview("Awa");
    done(ask(file, Kind.INCOMPLETE, "Il manque l'avis."));
    UUID form = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      done(
          acting.as(
              town.family(),
              Role.GUARDIAN,
              () -> families.write(file.id(), "Le voici.", form, true).orElseThrow()));
    }
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    assertThat(
            town.column(
                "select concat(side, ' ', body) from aid_message where application_id = ?"
                    + " order by id",
                file.key()))
        .containsExactly("OFFICER Il manque l'avis.", "FAMILY Le voici.");
    assertThat(
            town.value(
                "select resolution from aid_correction where application_id = ?", file.key()))
        .isEqualTo("ANSWERED");
    assertThat(town.events(file)).containsExactly("TAKE", "ASK_CORRECTION", "CORRECT");
    assertThat(
            town.value(
                "select complete_at is not null from aid_application where id = ?", file.key()))
        .isEqualTo("1");
  }

  @Test
  @DisplayName("M-C10 the review goes on after the correction's own day, not before")
  void goesOnWithoutAnAnswer() throws Exception {
    File file = inReview("Awa");
    done(ask(file, Kind.INCOMPLETE, "Il manque l'avis."));
    town.run("update aid_campaign set closes_on = '2026-10-02' where id = ?", town.campaign);
    overdue.work();
    assertThat(town.state(file)).isEqualTo("TO_COMPLETE");
    town.run(
        "update aid_correction set due_on = date(utc_timestamp()) - interval 2 day where"
            + " application_id = ?",
        file.key());
    overdue.work();
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    assertThat(
            town.value(
                "select resolution from aid_correction where application_id = ?", file.key()))
        .isEqualTo("RESUMED");
  }

  @Test
  @DisplayName("M-C10 a request about one that nobody has in hand ends with its day, too")
  void endsWithoutAnAnswer() throws Exception {
    File file = town.submitted("Awa");
    done(ask(file, Kind.OUTDATED, "L'avis est celui de l'an passé."));
    overdue.work();
    assertThat(town.events(file)).containsExactly("CORRECTION_ASKED");
    town.run(
        "update aid_correction set due_on = date(utc_timestamp()) - interval 2 day where"
            + " application_id = ?",
        file.key());
    overdue.work();
    overdue.work();
    assertThat(town.state(file)).isEqualTo("SUBMITTED");
    assertThat(town.events(file)).containsExactly("CORRECTION_ASKED", "CORRECTION_UNANSWERED");
  }

  @Test
  @DisplayName("M-C10 a request that cannot be ended keeps no other from ending with its day")
  void oneThatIsHeld() throws Exception {
    File held = town.submitted("Awa");
    File free = town.submitted("Ben");
    for (File file : List.of(held, free)) {
      done(ask(file, Kind.OUTDATED, "L'avis est celui de l'an passé."));
      town.run(
          "update aid_correction set due_on = date(utc_timestamp()) - interval 2 day where"
              + " application_id = ?",
          file.key());
    }
    try (HeldRows rows =
        new HeldRows(database, "select id from aid_application where id = ?", held.key())) {
      overdue.work();
    }
    assertThat(town.events(free)).contains("CORRECTION_UNANSWERED");
    assertThat(town.events(held)).containsExactly("CORRECTION_ASKED");
    overdue.work();
    assertThat(town.events(held)).contains("CORRECTION_UNANSWERED");
  }

  @Test
  @DisplayName("M-A10 a reopened one keeps its decision in history, and its letter is void")
  void reopens() throws Exception {
    File file = inReview("Awa");
    done(decide(file, DecisionOrder.refuse("Revenus trop élevés.", List.of("INCOME"))));
    letters(file);
    town.run("update aid_application set hidden_by_family = true where id = ?", file.key());
    int version = town.version(file);
    Answer<?> refused =
        ada(
            () ->
                reviews
                    .reopen(file.id(), version, Reopening.MISTAKE, Optional.empty(), " ")
                    .orElseThrow());
    assertThat(((Answer.Refused<?>) refused).reasons())
        .as("said at the field of the form")
        .extracting(Refusal::field, Refusal::code)
        .containsExactly(tuple("reopening", "missing"));
    done(
        ada(
            () ->
                reviews
                    .reopen(
                        file.id(), version, Reopening.MISTAKE, Optional.empty(), "Erreur de saisie")
                    .orElseThrow()));
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    assertThat(
            town.value(
                "select concat(superseded_at is not null, ' ', reason) from aid_decision where"
                    + " application_id = ?",
                file.key()))
        .isEqualTo("1 Revenus trop élevés.");
    assertThat(
            town.value(
                "select void_at is not null from aid_letter where application_id = ?", file.key()))
        .isEqualTo("1");
    assertThat(town.value("select hidden_by_family from aid_application where id = ?", file.key()))
        .isEqualTo("0");
    assertThat(town.notices(file)).endsWith("AID_REOPENED");
  }

  @Test
  @DisplayName("M-A17 from the archive to where it stood, with its decision")
  void archives() throws Exception {
    File file = inReview("Awa");
    done(decide(file, GRANT));
    assertThat(codes(restore(file))).containsExactly("in.GRANTED");
    int version = town.version(file);
    done(ada(() -> reviews.archive(file.id(), version).orElseThrow()));
    assertThat(town.state(file)).isEqualTo("ARCHIVED");
    done(restore(file));
    assertThat(town.state(file)).isEqualTo("GRANTED");
    assertThat(
            town.value(
                "select amount from aid_decision where application_id = ? and superseded_at is"
                    + " null",
                file.key()))
        .isEqualTo("2.00");
    assertThat(ada(() -> reviews.restore(UUID.randomUUID(), 0))).isEmpty();
  }

  private Answer<AidApplication> restore(File file) throws Exception {
    int version = town.version(file);
    return ada(() -> reviews.restore(file.id(), version).orElseThrow());
  }

  @Test
  @DisplayName("M-A18 one event for each change, none where nothing changed")
  void countsEvents() throws Exception {
    File file = inReview("Awa");
    done(ada(() -> reviews.assign(file.id(), 1, Optional.of(town.bruno.id())).orElseThrow()));
    done(ada(() -> reviews.assign(file.id(), 2, Optional.of(town.bruno.id())).orElseThrow()));
    assertThat(town.version(file)).isEqualTo(2);
    town.run(
        "insert into aid_annotation (campaign_id, code, label, kind, mandatory, position) values"
            + " (?, 'CHECK', 'Contrôle', 'NUMBER', true, 1)",
        town.campaign);
    assertThat(codes(annotate(file, "douze"))).containsExactly("annotationNotNUMBER");
    done(annotate(file, "12"));
    done(annotate(file, "12"));
    done(decide(file, GRANT));
    assertThat(town.events(file)).containsExactly("TAKE", "ASSIGN", "ANNOTATED", "GRANT");
  }

  private Answer<AidApplication> annotate(File file, String value) throws Exception {
    int version = town.version(file);
    return ada(() -> reviews.annotate(file.id(), version, Map.of("CHECK", value)).orElseThrow());
  }

  @Test
  @DisplayName("M-H06 who lost the right is shown with what they have; M-H12 look-alikes are shown")
  void teamsAndDuplicates() throws Exception {
    File file = inReview("Awa");
    File twin = town.submitted("Awa");
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow()).duplicates())
        .extracting(other -> other.id())
        .containsExactly(twin.id());
    done(ada(() -> reviews.ruleDuplicate(file.id(), twin.id(), false).orElseThrow()));
    assertThat(bruno(() -> reviews.file(twin.id()).orElseThrow()).duplicates())
        .extracting(other -> other.sameChild())
        .containsExactly(Optional.of(false));
    town.run("delete from role_grant where account_id = ?", town.ada.account());
    assertThat(bruno(() -> lists.loads(Optional.empty()).orElseThrow()).loads())
        .extracting(load -> load.name() + load.present() + load.open())
        .containsExactly("Ada Martinfalse1", "Bruno Petittrue0");
    assertThat(
            codes(
                bruno(
                    () ->
                        reviews
                            .assign(file.id(), town.version(file), Optional.of(town.ada.id()))
                            .orElseThrow())))
        .containsExactly("noOfficer");
  }

  @Test
  void a_second_look_holds_the_decision_until_somebody_else_answers() throws Exception {
    File file = inReview("Awa");
    done(ada(() -> reviews.askSecondLook(file.id(), 1, "Est-ce le bon avis ?").orElseThrow()));
    assertThat(codes(decide(file, GRANT))).containsExactly("secondLookOpen");
    assertThat(codes(ada(() -> reviews.answerSecondLook(file.id(), 2, true, "").orElseThrow())))
        .containsExactly("ownSecondLook");
    done(bruno(() -> reviews.answerSecondLook(file.id(), 2, true, "Oui.").orElseThrow()));
    done(decide(file, GRANT));
  }
}
