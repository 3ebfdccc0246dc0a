package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.appeal.Appeals;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.mealaid.boundary.letter.AidLetters;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.mealaid.control.decision.AutomaticDecisions;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.letter.LetterMaking;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.PastApplications;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.Simulation;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions, their letters, and appeals against them. */
class AidDecisionInContainerIT extends AidReviewTest {

  private static final DecisionOrder REFUSE =
      DecisionOrder.refuse("Revenus trop élevés.", List.of("INCOME"));

  @Inject private FamilyAid overviews;
  @Inject private FamilyFile familyFiles;
  @Inject private AutomaticDecisions automatic;
  @Inject private LetterMaking making;
  @Inject private AidLetters letterBox;
  @Inject private FamilyFiles families;
  @Inject private Appeals appeals;
  @Inject private OfficerDocuments documents;
  @Inject private ScaleBook scales;
  @Inject private PastApplications applications;

  private String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private byte[] letter(File file) throws Exception {
    UUID letter =
        UUID.fromString(
            town.value(
                "select public_id from aid_letter where application_id = ? and void_at is null"
                    + " order by id desc limit 1",
                file.key()));
    return ada(() -> letterBox.read(file.id(), letter).orElseThrow());
  }

  @Test
  @DisplayName("M-A07, M-A08 of two at once one decides; the other is told, and may act at once")
  void twoOfficersAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      File file = inReview("Awa" + round);
      CountDownLatch go = new CountDownLatch(1);
      List<Future<Answer<UUID>>> both = new ArrayList<>();
      both.add(
          acting.begin(
              town.as(town.ada),
              Role.AID_OFFICER,
              () -> {
                go.await();
                return decisions.decide(file.id(), 1, GRANT).orElseThrow();
              }));
      both.add(
          acting.begin(
              town.as(town.bruno),
              Role.AID_OFFICER,
              () -> {
                go.await();
                return decisions.decide(file.id(), 1, REFUSE).orElseThrow();
              }));
      go.countDown();
      Answer<UUID> ada = both.get(0).get();
      Answer<UUID> bruno = both.get(1).get();
      boolean adaFirst = ada instanceof Answer.Done;
      Answer<UUID> second = adaFirst ? bruno : ada;
      assertThat(adaFirst ? ada : bruno).isInstanceOf(Answer.Done.class);
      assertThat(second).isInstanceOf(Answer.Stale.class);
      Answer.Stale<UUID> stale = (Answer.Stale<UUID>) second;
      assertThat(stale.by()).contains(adaFirst ? "Ada Martin" : "Bruno Petit");
      assertThat(stale.at()).isPresent();
      assertThat(stale.version()).isEqualTo(town.version(file));
      letters(file);
      assertThat(
              town.value(
                  "select concat((select count(*) from aid_decision where application_id = ?), ' ',"
                      + " (select count(*) from aid_letter where application_id = ?), ' ',"
                      + " (select count(*) from notice where subject_id = ? and kind ="
                      + " 'AID_DECIDED'))",
                  file.key(),
                  file.key(),
                  file.key()))
          .isEqualTo("1 1 1");
      done(
          bruno(
              () ->
                  reviews
                      .reopen(
                          file.id(), stale.version(), Reopening.MISTAKE, Optional.empty(), "Erreur")
                      .orElseThrow()));
    }
  }

  @Test
  @DisplayName("M-A05, M-A06 a refusal needs its reason; what is decided is decided")
  void refusesOnce() throws Exception {
    File file = inReview("Awa");
    assertThat(codes(decide(file, DecisionOrder.refuse(" ", List.of()))))
        .containsExactly("reasonMissing");
    assertThat(town.state(file)).isEqualTo("IN_REVIEW");
    done(decide(file, REFUSE));
    assertThat(codes(decide(file, GRANT))).containsExactly("in.REFUSED");
    letters(file);
    assertThat(town.notices(file)).containsExactly("AID_IN_REVIEW", "AID_DECIDED");
    String said = text(letter(file));
    assertThat(said)
        .contains("Fatou Diallo", "Awa DIALLO", "aide non accordée", "Revenus trop élevés.")
        .contains("tribunal administratif", "jusqu", "inclus");
  }

  @Test
  @DisplayName("M-G12 the copy of an identity paper goes with the decision, the other papers stay")
  void identityPaperGoes() throws Exception {
    File file = inReview("Ines");
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory) select"
            + " campaign_id, 'EVERYBODY', 'IDENTITY_PAPER', false from aid_application where id = ?",
        file.key());
    for (String kind : List.of("IDENTITY_PAPER", "OTHER")) {
      done(
          ada(
              () ->
                  documents
                      .add(file.id(), kind, "carte.png", new ByteArrayInputStream(picture()))
                      .orElseThrow()));
    }
    String stored =
        town.value(
            "select file_id from aid_document where application_id = ? and kind = 'IDENTITY_PAPER'",
            file.key());
    assertThat(town.value("select count(*) from stored_file where public_id = ?", stored))
        .isEqualTo("1");

    done(decide(file, REFUSE));

    assertThat(town.column("select kind from aid_document where application_id = ?", file.key()))
        .containsExactly("OTHER");
    assertThat(town.value("select count(*) from stored_file where public_id = ?", stored))
        .isEqualTo("0");
    assertThat(
            town.value(
                "select actor_name from journal_entry where action = 'IDENTITY_PAPER_REMOVED'"
                    + " and detail like concat('%', ?, '%')",
                file.id().toString()))
        .isEqualTo("Ada Martin");
  }

  private static byte[] picture() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  @DisplayName("M-A12 no decision before a source has answered")
  void waitsForSources() throws Exception {
    File file = inReview("Awa");
    town.silent(file);
    for (DecisionOrder order : List.of(GRANT, REFUSE, DecisionOrder.close("Sans nouvelles"))) {
      assertThat(codes(decide(file, order))).containsExactly("sourceUnanswered");
    }
    town.givenUp(file);
    done(decide(file, GRANT));
  }

  @Test
  @DisplayName("M-F31 a decision keeps scale, inputs and terms; a rule gone over keeps its motive")
  void keepsWhatItWasComputedFrom() throws Exception {
    File file = inReview("Awa");
    town.run(
        "update aid_application set residence_postal_code = '54000', first_term = 2 where id = ?",
        file.key());
    assertThat(codes(decide(file, GRANT))).containsExactly("motiveMissing");
    done(
        decide(
            file,
            DecisionOrder.grant("Garde alternée.", Map.of("RESIDENCE", "Vit en 57 une semaine"))));
    assertThat(
            town.value(
                "select concat_ws(' ', scale_id, unit, amount, effective_on, automatic)"
                    + " from aid_decision where application_id = ?",
                file.key()))
        .isEqualTo(town.scale + " PER_MEAL 2.00 2027-01-01 0");
    assertThat(
            town.value(
                "select concat(json_value(inputs, '$.waived[0].rule'), ' ', json_value(inputs,"
                    + " '$.waived[0].motive')) from aid_decision where application_id = ?",
                file.key()))
        .isEqualTo("RESIDENCE Vit en 57 une semaine");
    assertThat(
            town.column(
                "select concat(t.term, ':', t.amount) from aid_decision_term t join aid_decision d"
                    + " on d.id = t.decision_id where d.application_id = ? order by t.term",
                file.key()))
        .containsExactly("2:72.00", "3:64.00");
    File unknown = town.submitted("Binta", null, "SUBMITTED");
    assertThat(codes(decide(unknown, GRANT))).containsExactly("figuresMissing");
  }

  @Test
  @DisplayName("M-F31 what was granted is computed again, whatever was published since")
  void computesAgain() throws Exception {
    File before = inReview("Awa");
    town.answered(before, "999.99");
    done(decide(before, GRANT));
    town.scale(2, "500", "3.10");
    File after = inReview("Binta");
    done(decide(after, GRANT));
    assertThat(computed(before)).isEqualTo("999.99 2.00");
    assertThat(computed(after)).isEqualTo("400.00 3.10");
    assertThat(
            town.column(
                "select amount from aid_decision where application_id in (?, ?) order by id",
                before.key(),
                after.key()))
        .containsExactly("2.00", "3.10");
  }

  private String computed(File file) throws Exception {
    String inputs =
        town.value("select inputs from aid_decision where application_id = ?", file.key());
    long scale =
        Long.parseLong(
            town.value("select scale_id from aid_decision where application_id = ?", file.key()));
    Household household;
    try (JsonReader reader = Json.createReader(new StringReader(inputs))) {
      household = HouseholdInputs.read(reader.readObject());
    }
    Assessment.Matched matched =
        (Assessment.Matched) ScaleBook.scale(scales.version(scale).orElseThrow()).assess(household);
    return household.familyQuotient().orElseThrow() + " " + matched.award().perChild();
  }

  @Test
  @DisplayName("a refusal for the income alone is counted as one by the next scale's simulation")
  void refusesForTheIncome() throws Exception {
    File file = town.submitted("Awa", "1000.01", "SUBMITTED");
    assertThat(codes(decide(file, GRANT))).containsExactly("ruleRefuses");
    done(decide(file, DecisionOrder.refuse("Revenus trop élevés.", List.of())));
    List<Simulation.Past> past = new ArrayList<>();
    applications.each(town.authority, town.campaign, past::add);
    assertThat(past).hasSize(1);
    assertThat(past.get(0).given()).isEqualByComparingTo("0");
  }

  @Test
  @DisplayName("M-A14, M-A16 decided by itself once, never after an officer had it")
  void decidesByItself() throws Exception {
    town.run("update aid_campaign set automatic_decision = true where id = ?", town.campaign);
    File granted = town.submitted("Awa");
    File refused = town.submitted("Binta", "2000.00", "SUBMITTED");
    town.run("update aid_application set language = 'en' where id = ?", refused.key());
    File unknown = town.submitted("Coumba", null, "SUBMITTED");
    File had = inReview("Dado");
    File unproved = town.submitted("Elsa");
    File asked = town.submitted("Fanta");
    for (File each : List.of(granted, had, asked)) {
      town.answered(each, "400.00");
    }
    int seen = town.version(asked);
    done(
        ada(
            () ->
                reviews
                    .askCorrection(
                        asked.id(),
                        seen,
                        Kind.INCORRECT,
                        "Quelle adresse ?",
                        UUID.randomUUID(),
                        Optional.empty())
                    .orElseThrow()));
    town.answered(refused, "2000.00");
    automatic.work();
    automatic.work();
    assertThat(List.of(town.state(granted), town.state(refused), town.state(unknown)))
        .containsExactly("GRANTED", "REFUSED", "SUBMITTED");
    assertThat(town.state(had)).isEqualTo("IN_REVIEW");
    assertThat(town.state(unproved)).as("only the family says it").isEqualTo("SUBMITTED");
    assertThat(town.state(asked)).as("the family was asked for something").isEqualTo("SUBMITTED");
    assertThat(town.events(granted)).containsExactly("TAKE", "GRANT");
    assertThat(
            town.value(
                "select concat(automatic, ' ', reason) from aid_decision where application_id = ?",
                refused.key()))
        .isEqualTo("1 Your income is above the limit of the scale.");
    int version = town.version(granted);
    done(
        ada(
            () ->
                reviews
                    .reopen(granted.id(), version, Reopening.MISTAKE, Optional.empty(), "Erreur")
                    .orElseThrow()));
    automatic.work();
    assertThat(town.state(granted)).isEqualTo("IN_REVIEW");
  }

  @Test
  @DisplayName("M-A21, M-A22, M-A23 a letter that cannot be made undoes nothing, and comes once")
  void letterFails() throws Exception {
    town.run(
        "insert into aid_letter_text (id, public_id, campaign_id, kind, number, title, body,"
            + " signatory, footer, saved_at, saved_by, published_at, published_by) values"
            + " (next value for aid_letter_text_seq, uuid(), ?, 'GRANTED', 1, 'T', '{perdu}', '',"
            + " '', utc_timestamp(6), 'Essai', utc_timestamp(6), 'Essai')",
        town.campaign);
    File file = inReview("Awa");
    done(decide(file, GRANT));
    for (int i = 0; i < 100 && town.value(failure(), file.key()).equals("-"); i++) {
      letterJob.work();
      Thread.sleep(20);
    }
    assertThat(town.value(failure(), file.key())).contains("{perdu}");
    assertThat(town.state(file)).isEqualTo("GRANTED");
    assertThat(town.notices(file)).doesNotContain("AID_DECIDED");
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow()).letters().get(0).isFailing())
        .isTrue();
    town.run("update aid_letter_text set body = 'Texte' where campaign_id = ?", town.campaign);
    UUID letter = ada(() -> reviews.file(file.id()).orElseThrow()).letters().get(0).id();
    assertThat(ada(() -> letterBox.retry(file.id(), letter))).isTrue();
    letters(file);
    long key =
        Long.parseLong(
            town.value("select id from aid_letter where application_id = ?", file.key()));
    assertThat(making.make(key)).isFalse();
    assertThat(town.notices(file)).containsOnlyOnce("AID_DECIDED");
    assertThat(text(letter(file))).contains("Texte", "2,00");
  }

  private static String failure() {
    return "select coalesce(failure, '-') from aid_letter where application_id = ?";
  }

  @Test
  @DisplayName("M-I02 where a reading is asked for, the mail says nothing and the reading is dated")
  void readsOnLine() throws Exception {
    town.run("update aid_campaign set read_receipt = true where id = ?", town.campaign);
    File file = inReview("Awa");
    claim(file, "Awa");
    done(decide(file, REFUSE));
    letters(file);
    assertThat(town.notices(file)).containsExactly("AID_IN_REVIEW", "AID_DECISION_TO_READ");
    FamilyFiles.View before =
        acting.as(town.family(), Role.GUARDIAN, () -> families.find(file.id()).orElseThrow());
    assertThat(before.toRead()).isTrue();
    assertThat(before.decision()).isEmpty();
    assertThat(before.letter()).isEmpty();
    assertThat(told(file)).containsExactly("-", "DECIDED");
    assertThat(acting.as(town.family(), Role.GUARDIAN, () -> families.letter(file.id()))).isEmpty();
    acting.as(town.family(), Role.GUARDIAN, () -> families.read(file.id()));
    FamilyFiles.View after =
        acting.as(town.family(), Role.GUARDIAN, () -> families.find(file.id()).orElseThrow());
    assertThat(after.decision()).isPresent();
    assertThat(told(file)).containsExactly("REFUSED", "REFUSE");
    assertThat(after.appealUntil()).isPresent();
    assertThat(ada(() -> reviews.file(file.id()).orElseThrow()).reading()).isPresent();
    ReviewTown.Person stranger = town.person("Autre Parent", null);
    assertThat(
            acting.as(
                new Caller(
                    stranger.account(),
                    stranger.id(),
                    stranger.name(),
                    town.authority,
                    Set.of(),
                    null,
                    null),
                Role.GUARDIAN,
                () -> families.find(file.id())))
        .isEmpty();
  }

  /** The parent has said that the child is theirs. */
  private void claim(File file, String given) throws Exception {
    String key = new Child(null, "DIALLO", given, LocalDate.of(2014, 3, 2), town.here).key();
    town.run("update aid_application set child_key = ? where id = ?", key, file.key());
    town.run(
        "insert into aid_child_claim (id, public_id, authority_id, account_id, family_name,"
            + " given_name, birth_date, child_key, school_id, created_at) values (next value for"
            + " aid_child_claim_seq, uuid(), ?, ?, 'DIALLO', ?, '2014-03-02', ?, ?,"
            + " utc_timestamp(6))",
        town.authority,
        town.family().accountId(),
        given,
        key,
        town.here);
  }

  /** What the overview of the family and the history of its application say of how it went. */
  private List<String> told(File file) throws Exception {
    return acting.as(
        town.family(),
        Role.GUARDIAN,
        () ->
            List.of(
                overviews.overview().campaigns().stream()
                    .flatMap(seen -> seen.lines().stream())
                    .filter(line -> line.application().equals(Optional.of(file.id())))
                    .map(line -> line.state().map(Enum::name).orElse("-"))
                    .findFirst()
                    .orElseThrow(),
                familyFiles.find(file.id()).orElseThrow().history().get(0).event()));
  }

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

  @Test
  void who_has_no_address_is_on_the_list_of_letters_to_post() throws Exception {
    File file = inReview("Awa");
    town.run("update aid_application set applicant_email = null where id = ?", file.key());
    done(decide(file, GRANT));
    letters(file);
    assertThat(town.notices(file)).containsExactly("AID_IN_REVIEW");
    UUID letter = ada(() -> letterBox.onPaper()).get(0).letter();
    File other = inReview("Sami");
    town.run("update aid_application set applicant_email = null where id = ?", other.key());
    done(decide(other, GRANT));
    letters(other);
    AidLetters.Bundle bundle =
        ada(
            () ->
                letterBox
                    .bundle(letterBox.onPaper().stream().map(one -> one.letter()).toList())
                    .orElseThrow());
    assertThat(bundle.letters()).isEqualTo(2);
    assertThat(new String(bundle.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(
            town.value(
                "select count(*) from journal_entry where authority_id = ? and action ="
                    + " 'AID_LETTER_READ'",
                town.authority))
        .as("each letter is journaled as read")
        .isEqualTo("2");
    assertThat(ada(() -> letterBox.bundle(List.of(UUID.randomUUID())))).isEmpty();
    UUID second = ada(() -> letterBox.onPaper()).get(1).letter();
    assertThat(ada(() -> letterBox.posted(second))).isTrue();
    assertThat(ada(() -> letterBox.posted(letter))).isTrue();
    assertThat(ada(() -> letterBox.posted(letter))).isFalse();
    assertThat(ada(() -> letterBox.onPaper())).isEmpty();
  }
}
