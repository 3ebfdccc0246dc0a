package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.control.decision.ProofAsking;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A family that no official source knows is asked by itself for the document instead, once. */
class AidProofInContainerIT extends AidSourceTest {

  private static final String QUOTIENT = "QUOTIENT_CERTIFICATE";

  /** The source answers 37003 for her: no file. */
  private static final Map<String, String> UNKNOWN = with(SOPHIE, "holderBirthName", "Inconnue");

  @Inject private ProofAsking proofs;
  @Inject private FamilyDocuments documents;
  @Inject private Reviews reviews;
  @Inject private FamilyFile files;

  @Test
  @DisplayName("M-N09 M-F25: not found there, the family is asked for the certificate, once")
  void not_found() throws Exception {
    AidTown town = withScale("FAMILY_QUOTIENT", "NONE");
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = sent(town, mother, ines, UNKNOWN);
    String whole = whole(town, id);

    settled(town, id);

    assertThat(corrections(town, id)).containsExactly("INCOMPLETE Pièce demandée automatiquement");
    assertThat(message(town, id)).contains("attestation de quotient familial");
    assertThat(mails(town)).isEqualTo("1");
    assertThat(asked(mother, id)).contains(QUOTIENT);
    assertThat(as(mother, () -> files.find(id)).orElseThrow().mayGive()).isTrue();
    assertThat(whole(town, id)).as("keeps its term").isEqualTo(whole);

    proofs.work();
    assertThat(corrections(town, id)).hasSize(1);
    assertThat(mails(town)).isEqualTo("1");

    assertThat(give(mother, id, QUOTIENT)).isInstanceOf(Answer.Done.class);
    assertThat(town.value("select resolution from aid_correction c" + of(), id.toString()))
        .isEqualTo("ANSWERED");
    assertThat(state(town, id)).isEqualTo("SUBMITTED");
    assertThat(as(mother, () -> files.find(id)).orElseThrow().mayGive()).isFalse();
    assertThat(give(mother, id, QUOTIENT)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  @DisplayName("M-C02: under review it goes back into the family's hands, and comes back when sent")
  void under_review() throws Exception {
    AidTown town = withScale("FAMILY_QUOTIENT", "NONE");
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = sent(town, mother, ines, UNKNOWN);
    Caller officer = town.officer();
    int version =
        Integer.parseInt(
            town.value("select version from aid_application where public_id = ?", id.toString()));
    done(acting.as(officer, Role.AID_OFFICER, () -> reviews.take(id, version).orElseThrow()));

    settled(town, id);

    assertThat(state(town, id)).isEqualTo("TO_COMPLETE");
    assertThat(give(mother, id, QUOTIENT)).isInstanceOf(Answer.Done.class);
    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    done(send(mother, id));
    assertThat(state(town, id)).isEqualTo("IN_REVIEW");
    assertThat(town.value("select resolution from aid_correction c" + of(), id.toString()))
        .isEqualTo("ANSWERED");
  }

  @Test
  @DisplayName(
      "Nobody is asked for what the scale does not look at, what is there, or after the end")
  void not_asked() throws Exception {
    AidTown income = withScale("INCOME_BY_SHARES", "NONE");
    Child ines = income.child("Inès");
    UUID other = sent(income, income.parent("Sophie", "MOTHER", ines), ines, UNKNOWN);
    settled(income, other);
    assertThat(corrections(income, other)).as("another figure").isEmpty();

    // Without a scale nothing is settled while the test prepares it.
    AidTown town = town(true);
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
            + " values (?, 'EVERYBODY', 'QUOTIENT_CERTIFICATE', false)",
        town.campaign);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Child cleo = town.child("Cléo");
    Caller mother = town.parent("Sophie", "MOTHER", ada, ben, cleo);
    UUID there = begin(town, mother, ada);
    fill(mother, there, UNKNOWN);
    assertThat(give(mother, there, QUOTIENT)).isInstanceOf(Answer.Done.class);
    done(send(mother, there));
    UUID withdrawn = sent(town, mother, ben, UNKNOWN);
    done(as(mother, () -> sending.withdraw(withdrawn)).orElseThrow());
    want(town, withdrawn);
    UUID decided = sent(town, mother, cleo, UNKNOWN);
    town.run(
        "update aid_application set state = 'GRANTED' where public_id = ?", decided.toString());
    want(town, decided);
    scale(town, "FAMILY_QUOTIENT", "NONE");
    settled(town, there);
    settled(town, withdrawn);
    settled(town, decided);
    assertThat(corrections(town, there)).as("the document is there").isEmpty();
    assertThat(corrections(town, withdrawn)).as("taken back").isEmpty();
    assertThat(corrections(town, decided)).as("decided").isEmpty();
    assertThat(mails(town)).isEqualTo("0");
  }

  @Test
  @DisplayName("Without a scale nobody knows what is needed: it is settled once there is one")
  void no_scale_yet() throws Exception {
    AidTown town = town(true);
    Child ines = town.child("Inès");
    UUID id = sent(town, town.parent("Sophie", "MOTHER", ines), ines, UNKNOWN);
    answered(town, id);
    proofs.work();
    assertThat(corrections(town, id)).isEmpty();

    scale(town, "FAMILY_QUOTIENT", "NONE");
    settled(town, id);
    assertThat(corrections(town, id)).hasSize(1);
  }

  @Test
  @DisplayName("M-N08: who lets nobody be asked proves the figure, unless the form asked already")
  void consent_refused() throws Exception {
    Map<String, String> typed =
        with(
            SOPHIE,
            "sourceAccount",
            "NO",
            "quotientKnown",
            "YES",
            "familyQuotient",
            "512",
            "quotientMonth",
            "2026-10");
    AidTown town = withScale("FAMILY_QUOTIENT", "NONE");
    Child ines = town.child("Inès");
    UUID id = sent(town, town.parent("Sophie", "MOTHER", ines), ines, typed);
    settled(town, id);
    assertThat(corrections(town, id)).hasSize(1);

    AidTown demanding = withScale("FAMILY_QUOTIENT", "NONE");
    demanding.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
            + " values (?, 'QUOTIENT', 'QUOTIENT_CERTIFICATE', true)",
        demanding.campaign);
    Child ada = demanding.child("Ada");
    UUID knows = sent(demanding, demanding.parent("Sophie", "MOTHER", ada), ada, typed);
    settled(demanding, knows);
    assertThat(corrections(demanding, knows)).isEmpty();
  }

  @Test
  @DisplayName(
      "M-N09: a scholarship that the ministry does not know is proved, one that is denied not")
  void scholarship() throws Exception {
    AidTown town = withScale("FAMILY_QUOTIENT", "SCHOLARSHIP");
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = sent(town, mother, ines, with(SOPHIE, "pupilSex", "F", "scholarship", "YES"));
    settled(town, id);
    assertThat(message(town, id)).contains("notification de bourse");
    assertThat(asked(mother, id)).containsExactly("SCHOLARSHIP_NOTICE");

    Child ada = town.child("Ada");
    UUID none =
        sent(
            town,
            town.parent("Anne", "MOTHER", ada),
            ada,
            with(SOPHIE, "pupilSex", "F", "scholarship", "NO"));
    settled(town, none);
    assertThat(corrections(town, none)).isEmpty();
  }

  private AidTown withScale(String kind, String condition) throws Exception {
    AidTown town = town(true);
    scale(town, kind, condition);
    return town;
  }

  private static void scale(AidTown town, String kind, String condition) throws Exception {
    town.run(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) values"
            + " (next value for aid_scale_seq, uuid(), ?, ?, 1, ?, 'RATE', 'UPPER_INCLUDED', false,"
            + " '2020-01-01', utc_timestamp(6), 'Essai')",
        town.authority,
        town.campaign,
        kind);
    town.run(
        "insert into aid_bracket (scale_id, position, label, condition_kind, condition_number,"
            + " up_to, value) select id, 1, 'A', ?, 0, 600, 100 from aid_scale where campaign_id ="
            + " ? union all select id, 2, 'B', 'NONE', 0, null, 50 from aid_scale where"
            + " campaign_id = ?",
        condition,
        town.campaign,
        town.campaign);
  }

  private UUID sent(AidTown town, Caller who, Child child, Map<String, String> answers)
      throws Exception {
    UUID id = begin(town, who, child);
    fill(who, id, answers);
    done(send(who, id));
    return id;
  }

  /** Has the source answered, and settled whether the family is asked. */
  private void settled(AidTown town, UUID id) throws Exception {
    answered(town, id);
    for (int i = 0; i < 100 && !settledNow(town, id); i++) {
      proofs.work();
      Thread.sleep(20);
    }
    assertThat(settledNow(town, id)).isTrue();
  }

  private static boolean settledNow(AidTown town, UUID id) throws Exception {
    return !town.value("select count(*) from aid_proof_wanted c" + of(), id.toString()).equals("0")
        && town.value(
                "select count(*) from aid_proof_wanted c" + of() + " and c.settled_at is null",
                id.toString())
            .equals("0");
  }

  private void answered(AidTown town, UUID id) throws Exception {
    String open =
        "select count(*) from source_call c" + of() + " and c.state in ('WAITING', 'ASKING')";
    for (int i = 0; i < 200 && !town.value(open, id.toString()).equals("0"); i++) {
      job.work();
      Thread.sleep(50);
    }
  }

  /** As if the answer had come before it was taken back. */
  private static void want(AidTown town, UUID id) throws Exception {
    town.run(
        "insert ignore into aid_proof_wanted (application_id, kind, wanted_at) select id,"
            + " 'FAMILY_QUOTIENT', utc_timestamp(6) from aid_application where public_id = ?",
        id.toString());
  }

  private static List<String> corrections(AidTown town, UUID id) throws Exception {
    return town.column(
        "select concat_ws(' ', c.kind, c.asked_by) from aid_correction c" + of() + " order by c.id",
        id.toString());
  }

  private static String message(AidTown town, UUID id) throws Exception {
    return town.value("select body from aid_message c" + of(), id.toString());
  }

  private static String mails(AidTown town) throws Exception {
    return town.value(
        "select count(*) from notice where authority_id = ? and kind = 'AID_TO_COMPLETE'",
        town.authority);
  }

  private static String state(AidTown town, UUID id) throws Exception {
    return town.value("select state from aid_application where public_id = ?", id.toString());
  }

  private static String whole(AidTown town, UUID id) throws Exception {
    return town.value(
        "select concat_ws(' ', complete_at, first_term) from aid_application where public_id = ?",
        id.toString());
  }

  private static String of() {
    return " join aid_application a on a.id = c.application_id where a.public_id = ?";
  }

  private List<String> asked(Caller who, UUID id) throws Exception {
    return as(who, () -> documents.asked(id)).orElseThrow().stream()
        .map(one -> one.kind())
        .toList();
  }

  private Answer<DocumentLine> give(Caller who, UUID id, String kind) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return as(
            who,
            () -> documents.add(id, kind, "a.jpg", new ByteArrayInputStream(bytes.toByteArray())))
        .orElseThrow();
  }
}
