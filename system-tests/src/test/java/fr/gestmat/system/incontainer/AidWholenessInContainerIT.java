package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.campaign.Renewals;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.mealaid.control.application.EmptyDrafts;
import fr.gestmat.mealaid.control.renewal.RenewalMails;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents go with their application; it is whole once the last one is there. */
class AidWholenessInContainerIT extends FamilyFormTest {

  @Inject private FamilyFile files;
  @Inject private FamilyFiles mine;
  @Inject private FamilyDocuments documents;
  @Inject private OfficerDocuments officers;
  @Inject private EmptyDrafts emptyDrafts;
  @Inject private Renewals renewals;
  @Inject private RenewalMails renewalMails;

  private UUID filled(AidTown town, Caller who, Child child) throws Exception {
    UUID id = begin(town, who, child);
    fill(who, id, BY_TAX);
    return id;
  }

  private static byte[] photo() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  private Answer<DocumentLine> give(Caller who, UUID id, String kind) throws Exception {
    byte[] photo = photo();
    return as(who, () -> documents.add(id, kind, "a.jpg", new ByteArrayInputStream(photo)))
        .orElseThrow();
  }

  private static void demand(AidTown town, String kind, boolean mandatory) throws Exception {
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
            + " values (?, 'TAX', ?, ?)",
        town.campaign,
        kind,
        mandatory);
  }

  private static String complete(AidTown town, UUID id) throws Exception {
    return town.value(
        "select complete_at is not null from aid_application where public_id = ?", id.toString());
  }

  @Test
  @DisplayName("M-G13: sent with all documents it is whole, without one when that one arrives")
  void whole_when_the_last_document_arrives() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "TAX_NOTICE", true);
    demand(town, "FAMILY_RECORD", true);
    demand(town, "RESOURCES_STATEMENT", false);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = filled(town, mother, ada);
    done(give(mother, id, "TAX_NOTICE"));
    var summary = as(mother, () -> questionnaire.summary(id)).orElseThrow();
    assertThat(summary.files().get(0).missing())
        .extracting(asked -> asked.kind())
        .containsExactly("FAMILY_RECORD");

    done(as(mother, () -> sending.send(id, Instant.now(), "fr")).orElseThrow());
    assertThat(complete(town, id)).isEqualTo("0");
    assertThat(town.value("select facts from notice where authority_id = ?", town.authority))
        .contains("manque");
    assertThat(acting.as(town.officer(), Role.AID_OFFICER, () -> officers.list(id)).orElseThrow())
        .extracting(DocumentLine::kind)
        .containsExactly("TAX_NOTICE");
    assertThat(give(mother, id, "TAX_NOTICE")).isInstanceOf(Answer.Refused.class);

    done(give(mother, id, "FAMILY_RECORD"));
    assertThat(complete(town, id)).isEqualTo("1");
    FamilyFile.File file = as(mother, () -> files.find(id)).orElseThrow();
    assertThat(file.whole()).isTrue();
    assertThat(file.arrived()).containsExactlyInAnyOrder("TAX_NOTICE", "FAMILY_RECORD");
    assertThat(give(mother, id, "RESOURCES_STATEMENT")).isInstanceOf(Answer.Refused.class);
  }

  @Test
  @DisplayName("M-C10: what was missing counts after the closing as if it came on the last day")
  void whole_after_the_closing() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "TAX_NOTICE", true);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = filled(town, mother, ada);
    done(as(mother, () -> sending.send(id, Instant.now(), "fr")).orElseThrow());
    town.run(
        "update aid_campaign set opens_on = '2020-01-01', full_effect_until = '2020-02-01',"
            + " closes_on = '2020-03-31' where id = ?",
        town.campaign);
    town.run(
        "insert into aid_late_period (campaign_id, ends_on, first_term)"
            + " values (?, '2020-03-31', 3)",
        town.campaign);
    done(as(mother, () -> mine.write(id, "C'est fait.", UUID.randomUUID(), true)).orElseThrow());
    assertThat(complete(town, id)).as("words are no document").isEqualTo("0");

    done(give(mother, id, "TAX_NOTICE"));
    assertThat(
            town.value(
                "select concat(complete_at is not null, ' ', first_term) from aid_application"
                    + " where public_id = ?",
                id.toString()))
        .isEqualTo("1 3");
  }

  @Test
  @DisplayName("M-G13: a campaign may refuse to send as long as a mandatory document is missing")
  void documents_first() throws Exception {
    AidTown town = AidTown.found(database);
    town.run("update aid_campaign set documents_first = true where id = ?", town.campaign);
    demand(town, "TAX_NOTICE", true);
    demand(town, "FAMILY_RECORD", false);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    UUID first = filled(town, mother, ada);
    UUID second = filled(town, mother, ben);
    done(give(mother, first, "TAX_NOTICE"));

    var summary = as(mother, () -> questionnaire.summary(first)).orElseThrow();
    assertThat(summary.isReady()).isFalse();
    assertThat(summary.lacksDocuments()).isTrue();
    assertThat(summary.problems()).isEmpty();
    Answer<?> refused = as(mother, () -> sending.send(first, Instant.now(), "fr")).orElseThrow();
    assertThat(refused).isInstanceOf(Answer.Refused.class);
    assertThat(((Answer.Refused<?>) refused).reasons())
        .extracting(reason -> reason.code() + " " + reason.data())
        .containsExactly("documentsMissing [Ben]");
    assertThat(
            town.value(
                "select count(*) from aid_application where campaign_id = ? and state = 'DRAFT'",
                town.campaign))
        .as("all or none")
        .isEqualTo("2");

    done(give(mother, second, "TAX_NOTICE"));
    assertThat(as(mother, () -> questionnaire.summary(first)).orElseThrow().isReady()).isTrue();
    done(as(mother, () -> sending.send(first, Instant.now(), "fr")).orElseThrow());
    assertThat(complete(town, second)).isEqualTo("1");
  }

  @Test
  @DisplayName("M-A16: the language of the page that sends is kept for what is written by itself")
  void the_language_is_kept() throws Exception {
    AidTown town = AidTown.found(database);
    for (String language : List.of("fr", "en")) {
      Child child = town.child("Ada" + language);
      Caller mother = town.parent("Mona", "MOTHER", child);
      UUID id = filled(town, mother, child);
      done(as(mother, () -> sending.send(id, Instant.now(), language)).orElseThrow());
      assertThat(
              town.value("select language from aid_application where public_id = ?", id.toString()))
          .isEqualTo(language);
    }
  }

  @Test
  @DisplayName("M-D10: a file that is refused takes nothing of the answers along")
  void a_refused_file_loses_nothing() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "TAX_NOTICE", true);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = filled(town, mother, ada);
    Frame before = as(mother, () -> questionnaire.open(id)).orElseThrow();
    byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
    Answer<DocumentLine> refused =
        as(
                mother,
                () -> documents.add(id, "TAX_NOTICE", "avis.pdf", new ByteArrayInputStream(page)))
            .orElseThrow();
    assertThat(refused).isInstanceOf(Answer.Refused.class);
    Frame after = as(mother, () -> questionnaire.open(id)).orElseThrow();
    assertThat(after.answers()).isEqualTo(before.answers());
    done(
        as(
                mother,
                () ->
                    questionnaire.save(
                        id, "dependents", before.revision(), Map.of("dependents", "4")))
            .orElseThrow());
  }

  @Test
  @DisplayName("M-C12: what was handed in stays when the family changes what it sent")
  void what_was_handed_in_stays() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "TAX_NOTICE", true);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = filled(town, mother, ada);
    UUID notice = done(give(mother, id, "TAX_NOTICE")).id();
    done(as(mother, () -> sending.send(id, Instant.now(), "fr")).orElseThrow());
    assertThat(as(mother, () -> sending.amend(id))).contains(true);

    Answer<UUID> removed = as(mother, () -> documents.remove(notice)).orElseThrow();
    assertThat(removed).isInstanceOf(Answer.Refused.class);
    assertThat(as(mother, () -> sending.dropChanges(id))).contains(true);
    assertThat(acting.as(town.officer(), Role.AID_OFFICER, () -> officers.list(id)).orElseThrow())
        .extracting(DocumentLine::id)
        .containsExactly(notice);
    assertThat(complete(town, id)).isEqualTo("1");
  }

  @Test
  @DisplayName("the family is asked for what its own situation asks for, the mandatory first")
  void asked_by_situation() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "FAMILY_RECORD", false);
    demand(town, "TAX_NOTICE", true);
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory) values"
            + " (?, 'ENTRUSTED', 'ENTRUSTING_DECISION', true)",
        town.campaign);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = filled(town, mother, ada);
    assertThat(as(mother, () -> documents.asked(id)).orElseThrow())
        .extracting(asked -> asked.kind() + " " + asked.mandatory())
        .containsExactly("TAX_NOTICE true", "FAMILY_RECORD false");
    assertThat(as(mother, () -> documents.places(id)).orElseThrow())
        .as("another one is taken all the same")
        .containsKeys("ENTRUSTING_DECISION", "OTHER");
    Caller stranger = town.parent("Sam", "FATHER");
    assertThat(as(stranger, () -> documents.asked(id))).isEmpty();
  }

  @Test
  @DisplayName("a corrected application hands its documents in and ends the request")
  void corrected() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "TAX_NOTICE", true);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = filled(town, mother, ada);
    done(give(mother, id, "TAX_NOTICE"));
    done(as(mother, () -> sending.send(id, Instant.now(), "fr")).orElseThrow());
    assertThat(complete(town, id)).isEqualTo("1");
    town.run("update aid_application set state = 'TO_COMPLETE' where public_id = ?", id.toString());
    done(give(mother, id, "OTHER"));
    assertThat(
            town.column(
                "select kind from aid_document where handed_in_at is null and application_id ="
                    + " (select id from aid_application where public_id = ?)",
                id.toString()))
        .containsExactly("OTHER");

    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    done(as(mother, () -> sending.send(id, Instant.now(), "fr")).orElseThrow());
    assertThat(town.value("select state from aid_application where public_id = ?", id.toString()))
        .isEqualTo("IN_REVIEW");
    assertThat(
            town.column(
                "select event from aid_event where application_id ="
                    + " (select id from aid_application where public_id = ?) order by id",
                id.toString()))
        .containsSequence("SUBMIT", "CORRECT")
        .doesNotContain("CHANGED");
    assertThat(
            town.value(
                "select count(*) from aid_document where handed_in_at is null and application_id ="
                    + " (select id from aid_application where public_id = ?)",
                id.toString()))
        .isEqualTo("0");
  }

  @Test
  @DisplayName("M-G14: a draft that goes takes its documents along")
  void drafts_take_their_documents_along() throws Exception {
    AidTown town = AidTown.found(database);
    demand(town, "TAX_NOTICE", true);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ben);
    UUID deleted = filled(town, mother, ada);
    UUID untouched =
        done(
            as(father, () -> applying.begin(town.campaignId, List.of(ben.publicId())))
                .orElseThrow());
    done(give(mother, deleted, "TAX_NOTICE"));
    done(give(father, untouched, "TAX_NOTICE"));

    done(as(mother, () -> sending.withdraw(deleted)).orElseThrow());
    town.run(
        "update aid_application set created_at = created_at - interval 15 day where public_id = ?",
        untouched.toString());
    emptyDrafts.work();
    assertThat(
            town.value("select count(*) from aid_document where authority_id = ?", town.authority))
        .isEqualTo("0");
    assertThat(
            town.value(
                "select count(*) from aid_application where public_id = ?", untouched.toString()))
        .isEqualTo("0");
  }

  @Test
  @DisplayName("last year's families are told once, and those without a portal by a link")
  void renewal() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    UUID first = filled(town, mother, ada);
    done(as(mother, () -> sending.send(first, Instant.now(), "fr")).orElseThrow());
    UUID second = filled(town, mother, ben);
    done(as(mother, () -> sending.send(second, Instant.now(), "fr")).orElseThrow());
    town.run(
        "update aid_application set applicant_email = upper(applicant_email) where public_id = ?",
        second.toString());
    String next = UUID.randomUUID().toString();
    town.run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by)"
            + " values (next value for aid_campaign_seq, ?, ?, 'Aide 2', 2027, '2020-01-01',"
            + " '2099-12-31', '2099-12-31', 2026, utc_timestamp(6), 'Essai')",
        next,
        town.authority);
    long campaign =
        Long.parseLong(town.value("select id from aid_campaign where public_id = ?", next));
    Caller manager = town.manager();
    assertThat(acting.as(manager, Role.AID_MANAGER, () -> renewals.waiting(UUID.fromString(next))))
        .isEqualTo(1);

    List<String> unit = renewalMails.unit(town.authority, campaign, "", 10);
    assertThat(renewalMails.tell(town.authority, campaign, unit, "Maud Campagne")).isEqualTo(1);
    assertThat(renewalMails.tell(town.authority, campaign, unit, "Maud Campagne")).isZero();
    assertThat(renewalMails.unit(town.authority, campaign, "", 10)).isEmpty();
    assertThat(
            town.column(
                "select facts from notice where authority_id = ? and kind = 'AID_RENEWAL'",
                town.authority))
        .singleElement()
        .asString()
        .contains("Ada, Ben")
        .contains("/aide");
    assertThat(acting.as(manager, Role.AID_MANAGER, () -> renewals.tell(UUID.fromString(next))))
        .hasValueSatisfying(answer -> assertThat(answer).isInstanceOf(Answer.Refused.class));
  }
}
