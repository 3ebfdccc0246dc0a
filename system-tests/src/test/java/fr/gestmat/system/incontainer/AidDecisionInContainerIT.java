package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.decision.AutomaticDecisions;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.document.NoticeTrust;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.PastApplications;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.scale.Simulation;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Decisions on the real database: who decides, what a decision keeps, what decides by itself. */
class AidDecisionInContainerIT extends AidDecidedTest {

  @Inject private AutomaticDecisions automatic;
  @Inject private NoticeTrust trust;
  @Inject private OfficerDocuments documents;
  @Inject private ScaleBook scales;
  @Inject private PastApplications applications;

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
  @DisplayName("M-A04, M-A05, M-A06, M-I05 a refusal needs its reason; what is decided is decided")
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
            + " campaign_id, 'EVERYBODY', 'IDENTITY_PAPER', false from aid_application where id ="
            + " ?",
        file.key());
    for (String kind : List.of("IDENTITY_PAPER", "OTHER")) {
      done(
          ada(
              () ->
                  documents
                      .add(
                          file.id(),
                          kind,
                          documents.paperDay(file.id()),
                          "carte.png",
                          new ByteArrayInputStream(picture()))
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
  @DisplayName("a child whom nobody but the family recognised is granted no aid")
  void recognisesTheChildFirst() throws Exception {
    File file = inReview("Awa");
    String plain = town.value("select child_key from aid_application where id = ?", file.key());
    town.run("update aid_application set child_key = ? where id = ?", plain + "#7", file.key());
    assertThat(codes(decide(file, GRANT))).containsExactly("childNotKnown");
    town.run("update aid_application set child_key = ? where id = ?", plain, file.key());
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
  @DisplayName("M-A14 nothing is decided by itself while a notice waits to be judged again")
  void waitsForTheTrust() throws Exception {
    town.run("update aid_campaign set automatic_decision = true where id = ?", town.campaign);
    File file = town.submitted("Awa");
    long document = town.next("aid_document");
    town.run(
        "insert into aid_document (id, public_id, authority_id, application_id, kind, side,"
            + " sent_by_account, sent_by, sent_at, file_id, file_name, media_type, byte_count,"
            + " pages, content_digest, scan, handed_in_at) values (?, uuid(), ?, ?, 'TAX_NOTICE',"
            + " 'HOUSEHOLD', 1, 'Essai', utc_timestamp(6), uuid(), 'avis.pdf', 'application/pdf',"
            + " 1, 1, repeat('0', 32), 'SAFE', utc_timestamp(6))",
        document,
        town.authority,
        file.key());
    town.run(
        "insert into aid_tax_notice (id, document_id, campaign_id, outcome, read_at, trust_version)"
            + " values (nextval(aid_tax_notice_seq), ?, ?, 'NO_CODE', utc_timestamp(6), -1)",
        document,
        town.campaign);
    // As long as another server has it in hand it is not judged here.
    String inHand = "select id from aid_tax_notice where document_id = ?";
    try (HeldRows held = new HeldRows(database, inHand, document)) {
      assertThat(trust.isWaiting(file.key())).isTrue();
      town.answered(file, "400.00");
      assertThat(automatic.decide(town.authority, file.id())).isFalse();
    }
    assertThat(town.state(file)).isEqualTo("SUBMITTED");
    while (trust.isWaiting(file.key())) {
      trust.judge(500);
    }
    automatic.work();
    assertThat(town.state(file)).as("looked at again").isEqualTo("GRANTED");
  }
}
