package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may open a document, and how many. */
class DocumentAccessInContainerIT extends DocumentTest {

  @Test
  @DisplayName("M-M13 an officer who opens unusually many is stopped, once in the journal")
  void mM13_tooMany() throws Exception {
    UUID document = sent("ADDRESS", "a.jpg", photo(47)).id();
    handIn();
    checked();
    assertThat(as(officer, () -> link(document))).isPresent();
    territory.run(
        "update aid_download set minute_began = utc_timestamp(6), in_minute = 60"
            + " where account_id = ?",
        officer.accountId());
    assertThat(codes(as(officer, () -> downloads.link(document)).orElseThrow()))
        .containsExactly("documentsTooMany.MINUTE");
    assertThat(as(officer, () -> link(document))).isEmpty();
    assertThat(as(parent, () -> link(document))).as("their own").isPresent();
    assertThat(as(town.officer(), () -> link(document))).as("another officer").isPresent();
    assertThat(stops()).hasSize(1);

    territory.run(
        "update aid_download set minute_began = date_sub(utc_timestamp(6), interval 1 minute)"
            + " where account_id = ?",
        officer.accountId());
    assertThat(as(officer, () -> link(document))).isPresent();
    territory.run(
        "update aid_download set in_day = 1000 where account_id = ?", officer.accountId());
    assertThat(codes(as(officer, () -> downloads.link(document)).orElseThrow()))
        .containsExactly("documentsTooMany.DAY");
    assertThat(stops()).hasSize(2);
  }

  private List<String> stops() throws Exception {
    return territory.rows(
        "select action from journal_entry where authority_id = ? and action = 'DOCUMENTS_STOPPED'",
        town.authority);
  }

  @Test
  @DisplayName("M-G08 to everybody else a document does not exist, with or without a link")
  void mG08_foreign() throws Exception {
    UUID document = sent("ADDRESS", "a.jpg", photo(46)).id();
    handIn();
    checked();
    Caller stranger = town.parent("Autre Famille");
    town.application(stranger, "Ben");
    Caller elsewhere = DocumentTown.found(territory).officer();
    String link = as(parent, () -> link(document)).orElseThrow();
    assertThat(follow(parent, link)).isPresent();
    for (Caller who : List.of(stranger, elsewhere, officer)) {
      assertThat(follow(who, link)).as(who.name()).isEmpty();
    }
    for (Caller who : List.of(stranger, elsewhere)) {
      assertThat(open(who, document)).isEmpty();
    }
    assertThat(as(stranger, () -> family.list(application.publicId()))).isEmpty();
    assertThat(send(stranger, application, "ADDRESS", "a.jpg", photo(40))).isEmpty();
    assertThat(as(stranger, () -> family.remove(document))).isEmpty();
    assertThat(as(elsewhere, () -> officers.list(application.publicId()))).isEmpty();
    assertThat(open(officer, UUID.randomUUID())).isEmpty();

    String fresh = as(officer, () -> link(document)).orElseThrow();
    territory.run(
        "update aid_document set scan = 'INFECTED' where public_id = ?", document.toString());
    assertThat(follow(officer, fresh)).as("the right is asked again").isEmpty();
  }

  @Test
  @DisplayName("M-M12 parents together share their documents, separated parents do not")
  void mM12_parents() throws Exception {
    Caller partner = town.parent("Karim Essai");
    Caller separated = town.parent("Paul Essai");
    town.takesPart(application, partner, "TOGETHER");
    town.takesPart(application, separated, "SEPARATED");
    UUID first = sent("TAX_NOTICE", "a.jpg", photo(61)).id();
    UUID own =
        ((Answer.Done<DocumentLine>)
                send(separated, application, "TAX_NOTICE", "b.jpg", photo(62)).orElseThrow())
            .value()
            .id();
    assertThat(list(partner)).extracting(DocumentLine::id).containsExactly(first);
    assertThat(list(separated)).extracting(DocumentLine::id).containsExactly(own);
    assertThat(list(parent)).extracting(DocumentLine::id).containsExactly(first);
    assertThat(open(partner, first)).isPresent();
    assertThat(open(separated, first)).isEmpty();
    assertThat(open(parent, own)).isEmpty();
    assertThat(as(parent, () -> family.remove(own))).isEmpty();
    assertThat(as(partner, () -> family.remove(first)).orElseThrow())
        .isInstanceOf(Answer.Done.class);
    handIn();
    assertThat(codes(as(separated, () -> family.remove(own)).orElseThrow()))
        .containsExactly("documentHandedIn");
    assertThat(as(officer, () -> officers.list(application.publicId())).orElseThrow())
        .extracting(DocumentLine::id)
        .containsExactly(own);
  }

  @Test
  @DisplayName("M-M12 M-G16 what is given again belongs to where it is given again")
  void mM12_reused() throws Exception {
    Caller father = town.parent("Paul Essai");
    Caller partner = town.parent("Karim Essai");
    town.takesPart(application, partner, "TOGETHER");
    DocumentTown.Application his = town.application(father, "Ben");
    town.takesPart(his, parent, "SEPARATED");

    UUID notice = sent("TAX_NOTICE", "avis.jpg", photo(63)).id();
    UUID there = reused(his, "TAX_NOTICE", notice);
    assertThat(open(parent, there)).contains(photo(63));
    assertThat(as(father, () -> family.list(his.publicId())).orElseThrow()).isEmpty();
    assertThat(open(father, there)).as("of a parent who lives elsewhere").isEmpty();
    assertThat(rows.kinds(his.id())).as("it stands for nobody else's").isEmpty();

    UUID address =
        ((Answer.Done<DocumentLine>)
                send(parent, his, "ADDRESS", "facture.jpg", photo(64)).orElseThrow())
            .value()
            .id();
    UUID here = reused(application, "ADDRESS", address);
    assertThat(open(father, address)).isEmpty();
    assertThat(open(partner, here)).as("of who lives together").contains(photo(64));
    assertThat(rows.kinds(application.id())).contains("ADDRESS");
  }

  @Test
  @DisplayName("M-G13 a separated parent gives the own documents after the household's are there")
  void mG13_ownPart() throws Exception {
    Caller separated = town.parent("Paul Essai");
    town.takesPart(application, separated, "SEPARATED");
    sent("TAX_NOTICE", "a.jpg", photo(65));
    sent("ADDRESS", "b.jpg", photo(66));
    handIn();
    assertThat(codes(send(parent, application, "TAX_NOTICE", "c.jpg", photo(67)).orElseThrow()))
        .as("complete")
        .containsExactly("documentClosed");

    assertThat(as(separated, () -> family.places(application.publicId())).orElseThrow())
        .containsEntry("TAX_NOTICE", Optional.empty())
        .containsEntry("ADDRESS", Optional.empty());
    assertThat(send(separated, application, "TAX_NOTICE", "d.jpg", photo(68)).orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(codes(send(separated, application, "TAX_NOTICE", "e.jpg", photo(69)).orElseThrow()))
        .as("given already")
        .containsExactly("documentClosed");
    assertThat(codes(send(separated, application, "OTHER", "e.jpg", photo(69)).orElseThrow()))
        .containsExactly("documentClosed");
    territory.run("update aid_application set state = 'GRANTED' where id = ?", application.id());
    assertThat(codes(send(separated, application, "ADDRESS", "f.jpg", photo(70)).orElseThrow()))
        .as("decided")
        .containsExactly("documentClosed");
  }

  private UUID reused(DocumentTown.Application to, String kind, UUID document) throws Exception {
    return ((Answer.Done<DocumentLine>)
            as(parent, () -> family.reuse(to.publicId(), kind, document)).orElseThrow())
        .value()
        .id();
  }
}
