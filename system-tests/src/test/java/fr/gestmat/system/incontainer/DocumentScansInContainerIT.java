package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.demo.ClamDaemon;
import fr.gestmat.mealaid.entity.document.ScanState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents and the scanner: only what is safe is opened, and what cannot be scanned is said. */
class DocumentScansInContainerIT extends DocumentTest {

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
