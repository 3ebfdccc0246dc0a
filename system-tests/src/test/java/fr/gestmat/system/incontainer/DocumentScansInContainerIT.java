package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.demo.ClamDaemon;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.entity.document.ScanState;
import jakarta.annotation.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents and the scanner: only what is safe is opened, and what cannot be scanned is said. */
class DocumentScansInContainerIT extends DocumentTest {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** A picture that every browser shows, with the scanner's test file behind it. */
  private static byte[] infected() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(photo(40));
    bytes.write(ClamDaemon.eicar());
    return bytes.toByteArray();
  }

  private ScanState scan(UUID document) throws Exception {
    return ScanState.valueOf(
        territory
            .rows("select scan from aid_document where public_id = ?", document.toString())
            .get(0));
  }

  @Test
  @DisplayName("M-G04 an officer opens only what is safe and handed in, who sent it always")
  void mG04_states() throws Exception {
    Scanner.away();
    byte[] content = photo(41);
    UUID document = sent("TAX_NOTICE", "IMG_1.jpg", content).id();
    assertThat(open(parent, document)).contains(content);
    assertThat(open(officer, document)).isEmpty();
    handIn();
    assertThat(scan(document)).isEqualTo(ScanState.PENDING);
    assertThat(open(officer, document)).as("not scanned yet").isEmpty();
    assertThat(as(officer, () -> officers.list(application.publicId())).orElseThrow())
        .singleElement()
        .matches(line -> !line.mayOpen());

    checked();
    assertThat(scan(document)).isEqualTo(ScanState.SAFE);
    assertThat(open(officer, document)).contains(content);
    assertThat(
            territory.rows(
                "select action from journal_entry where authority_id = ? order by id",
                town.authority))
        .containsSubsequence("DOCUMENT_SENT", "DOCUMENT_OPENED", "DOCUMENT_OPENED");
  }

  @Test
  @DisplayName("M-G04 what the scanner finds is shown to no officer, and the family sends another")
  void mG04_infected() throws Exception {
    Caller partner = town.parent("Karim Essai");
    town.takesPart(application, partner, "TOGETHER");
    territory.run(
        "update aid_application set applicant_email = 'mona@exemple.invalid' where id = ?",
        application.id());
    UUID document = sent("ADDRESS", "facture.jpg", infected()).id();
    handIn();
    checked();
    assertThat(scan(document)).isEqualTo(ScanState.INFECTED);
    assertThat(
            territory.rows(
                "select concat(kind, ' ', facts) from notice where authority_id = ?",
                town.authority))
        .as("who left the page is told")
        .singleElement()
        .asString()
        .contains("AID_DOCUMENT_AGAIN", "facture.jpg", "virus");
    assertThat(open(officer, document)).isEmpty();
    assertThat(open(partner, document)).as("it is not theirs").isEmpty();
    assertThat(open(parent, document)).as("it is their own").isPresent();
    assertThat(rows.kinds(application.id())).doesNotContain("ADDRESS");

    assertThat(codes(send(parent, application, "TAX_NOTICE", "b.jpg", photo(42)).orElseThrow()))
        .as("handed in already")
        .containsExactly("documentClosed");
    UUID other = sent("ADDRESS", "facture.jpg", photo(43)).id();
    checked();
    assertThat(open(officer, other)).isPresent();
    assertThat(list(parent)).extracting(DocumentLine::id).containsExactly(other);
    assertThat(rows.areAllSafe(application.id())).as("a decision waits no longer").isTrue();
    assertThat(codes(send(parent, application, "ADDRESS", "b.jpg", photo(42)).orElseThrow()))
        .as("it was asked for once")
        .containsExactly("documentClosed");
  }

  @Test
  @DisplayName("M-G04 what has to be sent again is replaced by what comes from the same side")
  void mG04_again() throws Exception {
    Caller separated = town.parent("Paul Essai");
    town.takesPart(application, separated, "SEPARATED");
    sent("ADDRESS", "a.jpg", photo(50));
    send(separated, application, "ADDRESS", "b.jpg", photo(51));
    checked();
    territory.run(
        "update aid_document set scan = 'INFECTED' where application_id = ?", application.id());
    UUID other = sent("ADDRESS", "c.jpg", photo(52)).id();
    assertThat(list(parent)).extracting(DocumentLine::id).containsExactly(other);
    assertThat(list(separated)).extracting(DocumentLine::name).containsExactly("b.jpg");

    handIn();
    assertThat(codes(send(parent, application, "ADDRESS", "d.jpg", photo(53)).orElseThrow()))
        .as("nothing is asked of this side")
        .containsExactly("documentClosed");
    send(separated, application, "ADDRESS", "e.jpg", photo(54));
    checked();
    assertThat(list(separated)).extracting(DocumentLine::name).containsExactly("e.jpg");
    assertThat(rows.areAllSafe(application.id())).isTrue();
  }

  @Test
  @DisplayName("M-G05 a scanner that is away blocks no family and makes nothing safe")
  void mG05_away() throws Exception {
    Scanner.away();
    UUID document = sent("ADDRESS", "a.jpg", photo(44)).id();
    checks.work();
    assertThat(scan(document)).isEqualTo(ScanState.PENDING);
    assertThat(rows.kinds(application.id())).contains("ADDRESS");
    handIn();
    assertThat(open(officer, document)).isEmpty();
    checked();
    assertThat(scan(document)).isEqualTo(ScanState.SAFE);
  }

  @Test
  @DisplayName("a notice that cannot be read is scanned, holds no other up and is given up")
  void notRead() throws Exception {
    UUID notice = sent("TAX_NOTICE", "avis.jpg", photo(48)).id();
    UUID address = sent("ADDRESS", "facture.jpg", photo(49)).id();
    checked();
    town.looked(application, checks, "to_read");
    try (HeldRows held =
        new HeldRows(database, "select id from aid_campaign where id = ?", town.campaign)) {
      // What is read cannot be kept: it speaks of the campaign.
      notice = waiting(notice);
      address = waiting(address);
      checked();
    }
    assertThat(scan(notice)).isEqualTo(ScanState.SAFE);
    assertThat(scan(address)).isEqualTo(ScanState.SAFE);
    assertThat(
            territory.number(
                "select read_tries from aid_document where public_id = ? and to_read",
                notice.toString()))
        .as("written before it is read")
        .isOne();

    territory.run("update aid_document set read_tries = 3 where public_id = ?", notice.toString());
    town.looked(application, checks, "to_read");
    assertThat(
            territory.rows(
                "select outcome from aid_tax_notice n join aid_document d on d.id = n.document_id"
                    + " where d.public_id = ?",
                notice.toString()))
        .containsExactly("UNREADABLE");
    handIn();
    assertThat(open(officer, notice)).contains(photo(48));
  }

  /** The same document once more; unlike one that was sent, it wakes nobody. */
  private UUID waiting(UUID document) throws Exception {
    UUID id = UUID.randomUUID();
    territory.run(
        "insert into aid_document (id, public_id, authority_id, application_id, kind, side,"
            + " sent_by_account, sent_by, sent_at, file_id, file_name, media_type, byte_count,"
            + " pages, content_digest, to_read, look_at) select nextval(aid_document_seq), ?,"
            + " authority_id, application_id, kind, side, sent_by_account, sent_by, sent_at,"
            + " file_id, file_name, media_type, byte_count, pages, content_digest,"
            + " kind = 'TAX_NOTICE', utc_timestamp(6) from aid_document where public_id = ?",
        id.toString(),
        document.toString());
    return id;
  }

  @Test
  @DisplayName("M-G06 bytes that changed where they lie are lost after five tries, and said")
  void mG06_corrupt() throws Exception {
    Scanner.away();
    UUID document = sent("ADDRESS", "a.jpg", photo(45)).id();
    Path file = stored(document);
    byte[] sealed = Files.readAllBytes(file);
    sealed[sealed.length - 1] ^= 1;
    Files.write(file, sealed);
    // The server's own run may take it in turn, or both at once for the last time.
    town.looked(application, checks, "scan = 'PENDING'");
    assertThat(scan(document)).isEqualTo(ScanState.CORRUPT);
    assertThat(
            territory.number(
                "select scan_tries from aid_document where public_id = ?", document.toString()))
        .isBetween(5L, 6L);
    assertThat(rows.kinds(application.id())).doesNotContain("ADDRESS");
    assertThat(
            territory.rows(
                "select action from journal_entry where authority_id = ?", town.authority))
        .contains("DOCUMENT_LOST");
  }
}
