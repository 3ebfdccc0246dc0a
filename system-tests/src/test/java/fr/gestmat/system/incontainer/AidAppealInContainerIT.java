package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.appeal.Appeals;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions that do not stay: appeals, and what changes in a family. */
class AidAppealInContainerIT extends AidDecidedTest {

  @Inject private Appeals appeals;

  @Test
  @DisplayName("an appeal comes back and is granted; a rejected one has its letter")
  void appealsAreHeard() throws Exception {
    File file = inReview("Awa");
    done(decide(file, REFUSE));
    letters(file);
    done(
        acting.as(
            town.family(),
            Role.GUARDIAN,
            () -> families.appeal(file.id(), "Mon revenu a baissé.").orElseThrow()));
    assertThat(
            codes(
                acting.as(
                    town.family(),
                    Role.GUARDIAN,
                    () -> families.appeal(file.id(), "Encore.").orElseThrow())))
        .containsExactly("appealOpen");
    UUID appeal = ada(() -> appeals.open()).get(0).id();
    int version = town.version(file);
    done(
        ada(
            () ->
                appeals
                    .answer(file.id(), version, appeal, State.UPHELD, "Revenu vérifié.")
                    .orElseThrow()));
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    done(decide(file, GRANT));
    letters(file);
    assertThat(
            town.column(
                "select concat(number, outcome) from aid_decision where application_id = ?"
                    + " order by number",
                file.key()))
        .containsExactly("1REFUSED", "2GRANTED");
    int now = town.version(file);
    done(
        ada(
            () ->
                appeals
                    .file(file.id(), now, "Je veux plus.", LocalDate.of(2026, 11, 1))
                    .orElseThrow()));
    town.run(
        "update aid_decision set decided_at = '2026-10-05 10:00:00' where application_id = ?",
        file.key());
    UUID second = ada(() -> appeals.open()).get(0).id();
    int then = town.version(file);
    done(
        ada(
            () ->
                appeals
                    .answer(file.id(), then, second, State.REJECTED, "Le barème est appliqué.")
                    .orElseThrow()));
    letters(file);
    assertThat(town.state(file)).isEqualTo("GRANTED");
    assertThat(text(letter(file)))
        .contains("Réponse à votre recours", "Le barème est appliqué.")
        .contains("lundi 5 octobre 2026", "dimanche 1er novembre 2026")
        .doesNotContain("Le lundi 5 octobre 2026", "revoir cette décision");
    assertThat(town.notices(file)).endsWith("AID_APPEAL_ANSWERED");
  }

  @Test
  @DisplayName("an appeal is upheld while a colleague has opened the application again already")
  void upheldWhileUnderReview() throws Exception {
    File file = inReview("Awa");
    done(decide(file, REFUSE));
    UUID appeal = appealed(file);
    done(reopened(file));
    done(answer(file, appeal, State.UPHELD));
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    assertThat(ada(() -> appeals.open())).isEmpty();
    assertThat(town.events(file)).endsWith("REOPEN", "APPEAL_UPHELD");
    assertThat(town.notices(file)).endsWith("AID_APPEAL_ANSWERED");
  }

  @Test
  @DisplayName("an appeal that cannot be upheld keeps waiting for its answer")
  void refusedUpholdingChangesNothing() throws Exception {
    File file = inReview("Awa");
    done(decide(file, REFUSE));
    UUID appeal = appealed(file);
    done(reopened(file));
    int version = town.version(file);
    done(ada(() -> reviews.withdraw(file.id(), version, "Par téléphone").orElseThrow()));
    assertThat(codes(answer(file, appeal, State.UPHELD))).containsExactly("noDecision");
    assertThat(ada(() -> appeals.open())).extracting(one -> one.id()).containsExactly(appeal);
  }

  @Test
  @DisplayName("a closed application is not opened again once the family applied another time")
  void closedAndAppliedAgain() throws Exception {
    File file = inReview("Awa");
    done(decide(file, DecisionOrder.close("Sans réponse")));
    UUID appeal = appealed(file);
    File next = town.submitted("Awa");
    town.run(
        "update aid_application set child_key = ? where id = ?",
        town.value("select child_key from aid_application where id = ?", file.key()),
        next.key());
    Refusal applied =
        Refusal.of(
            "state",
            "appliedAgain",
            town.value("select number from aid_application where id = ?", next.key()));
    assertThat(reopened(file)).isEqualTo(Answer.refused(applied));
    assertThat(answer(file, appeal, State.UPHELD)).isEqualTo(Answer.refused(applied));
    town.run(
        "update aid_application set state = 'DRAFT', number = null, submitted_at = null"
            + " where id = ?",
        next.key());
    assertThat(codes(reopened(file))).containsExactly("appliesAgain");
    town.run("update aid_application set state = 'WITHDRAWN' where id = ?", next.key());
    done(answer(file, appeal, State.UPHELD));
  }

  private UUID appealed(File file) throws Exception {
    int version = town.version(file);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    done(ada(() -> appeals.file(file.id(), version, "Je conteste.", today).orElseThrow()));
    return ada(() -> appeals.open()).get(0).id();
  }

  private Answer<?> reopened(File file) throws Exception {
    int version = town.version(file);
    return ada(
        () ->
            reviews
                .reopen(file.id(), version, Reopening.MISTAKE, Optional.empty(), "Erreur")
                .orElseThrow());
  }

  private Answer<?> answer(File file, UUID appeal, State outcome) throws Exception {
    int version = town.version(file);
    return ada(
        () -> appeals.answer(file.id(), version, appeal, outcome, "Revenu vérifié.").orElseThrow());
  }

  @Test
  @DisplayName("a change of situation counts from its day: terms before keep what was given")
  void situationChanges() throws Exception {
    File file = inReview("Awa");
    done(decide(file, GRANT));
    int version = town.version(file);
    done(
        ada(
            () ->
                reviews
                    .reopen(
                        file.id(),
                        version,
                        Reopening.SITUATION,
                        Optional.of(LocalDate.of(2027, 4, 1)),
                        "Chômage depuis avril")
                    .orElseThrow()));
    town.run("update aid_application set meals_a_week = 5 where id = ?", file.key());
    done(decide(file, GRANT));
    assertThat(terms(file)).containsExactly("1:96.00", "2:72.00", "3:80.00");
    assertThat(effect(file)).isEqualTo("2027-04-01");

    int again = town.version(file);
    done(
        ada(
            () ->
                reviews
                    .reopen(
                        file.id(),
                        again,
                        Reopening.MISTAKE,
                        Optional.empty(),
                        "Nombre de repas mal lu")
                    .orElseThrow()));
    town.run("update aid_application set meals_a_week = 4 where id = ?", file.key());
    done(decide(file, GRANT));
    assertThat(terms(file))
        .as("a mistake is put right from the day of the change on")
        .containsExactly("1:96.00", "2:72.00", "3:64.00");
    assertThat(effect(file)).isEqualTo("2027-04-01");
  }

  @Test
  void a_day_is_put_right_only_where_something_changed() throws Exception {
    File file = inReview("Awa");
    done(decide(file, GRANT));
    int version = town.version(file);
    LocalDate day = LocalDate.of(2027, 4, 1);
    assertThat(
            codes(
                ada(
                    () ->
                        reviews
                            .reopen(
                                file.id(), version, Reopening.CORRECTION, Optional.of(day), "Non")
                            .orElseThrow())))
        .containsExactly("noChange");
    assertThat(
            codes(
                ada(
                    () ->
                        reviews
                            .reopen(
                                file.id(), version, Reopening.CORRECTION, Optional.empty(), "Non")
                            .orElseThrow())))
        .containsExactly("effectMissing", "noChange");
    assertThat(town.state(file)).isEqualTo("GRANTED");
  }

  private List<String> terms(File file) throws Exception {
    return town.column(
        "select concat(t.term, ':', t.amount) from aid_decision_term t join aid_decision d"
            + " on d.id = t.decision_id where d.application_id = ? and d.superseded_at is"
            + " null order by t.term",
        file.key());
  }

  private String effect(File file) throws Exception {
    return town.value(
        "select effective_on from aid_decision where application_id = ? and superseded_at is null",
        file.key());
  }
}
