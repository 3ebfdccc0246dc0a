package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.demo.ClamDaemon;
import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.mealaid.boundary.document.DocumentDownloads;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.document.OpenedDocument;
import fr.gestmat.mealaid.control.document.DocumentChecks;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.person.AidPerson;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.ScanState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents of families, from the telephone to the officer, with a real scanner. */
class DocumentsInContainerIT extends InContainerTest {

  @Inject private Territory territory;
  @Inject private Acting acting;
  @Inject private FamilyDocuments family;
  @Inject private OfficerDocuments officers;
  @Inject private DocumentDownloads downloads;
  @Inject private DocumentChecks checks;
  @Inject private DocumentRows rows;
  @Inject private AidPerson archive;
  @Inject private UserTransaction transaction;
  @PersistenceContext private EntityManager entities;

  private DocumentTown town;
  private Caller parent;
  private Caller officer;
  private DocumentTown.Application application;

  @BeforeEach
  void found() throws Exception {
    town = DocumentTown.found(territory);
    parent = town.parent("Nadia Essai");
    officer = town.officer();
    application = town.application(parent, "Ada");
  }

  private static byte[] photo(int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  /** A picture that every browser shows, with the scanner's test file behind it. */
  private static byte[] infected() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(photo(40));
    bytes.write(ClamDaemon.eicar());
    return bytes.toByteArray();
  }

  private <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, who.holds(Role.AID_OFFICER) ? Role.AID_OFFICER : Role.GUARDIAN, work);
  }

  private Optional<Answer<DocumentLine>> send(
      Caller who, DocumentTown.Application to, String kind, String name, byte[] content)
      throws Exception {
    return as(
        who,
        () ->
            family.add(
                to.publicId(), kind, name, new ByteArrayInputStream(content), Optional.empty()));
  }

  private DocumentLine sent(String kind, String name, byte[] content) throws Exception {
    return ((Answer.Done<DocumentLine>)
            send(parent, application, kind, name, content).orElseThrow())
        .value();
  }

  private List<DocumentLine> list(Caller who) throws Exception {
    return as(who, () -> family.list(application.publicId())).orElseThrow();
  }

  private List<String> codes(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).reasons().stream().map(r -> r.code()).toList();
  }

  private Optional<byte[]> open(Caller who, UUID document) throws Exception {
    Optional<String> link = as(who, () -> link(document));
    return link.isEmpty() ? Optional.empty() : follow(who, link.get());
  }

  private Optional<byte[]> follow(Caller who, String link) throws Exception {
    return as(
        who,
        () -> {
          Optional<OpenedDocument> opened = downloads.open(link);
          if (opened.isEmpty()) {
            return Optional.<byte[]>empty();
          }
          try (InputStream in = opened.get().content()) {
            return Optional.of(in.readAllBytes());
          }
        });
  }

  @Test
  @DisplayName(
      "M-G12 of an identity paper a marked picture is kept, whatever was sent, in no archive")
  void aMarkedPicture() throws Exception {
    territory.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
            + " values (?, 'EVERYBODY', 'IDENTITY_PAPER', true)",
        town.campaign);
    byte[] card = pages(2);

    DocumentLine paper = sent("IDENTITY_PAPER", "Carte d'identité.pdf", card);
    DocumentLine other = sent("OTHER", "lettre.pdf", card);
    assertThat(codes(send(parent, application, "IDENTITY_PAPER", "x.pdf", pages(5)).orElseThrow()))
        .containsExactly("documentCOPY_PAGES");
    checked();

    assertThat(paper.name()).endsWith(".jpg");
    assertThat(other.name()).isEqualTo("lettre.pdf");
    byte[] kept = open(parent, paper.id()).orElseThrow();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
    int red = 0;
    for (int x = 0; x < picture.getWidth(); x += 3) {
      for (int y = 0; y < picture.getHeight(); y += 3) {
        int rgb = picture.getRGB(x, y);
        red += (rgb >> 16 & 0xFF) - (rgb & 0xFF) > 40 ? 1 : 0;
      }
    }
    assertThat(red).as("points of the words across the white page").isGreaterThan(1_000);
    assertThat(
            archive.files(
                new PersonalData.Person(
                    town.authority, Set.of(parent.accountId()), Set.of(), Set.of())))
        .extracting(PersonalData.PersonalFile::name)
        .containsExactly("documents/lettre.pdf");
  }

  private static byte[] pages(int number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < number; i++) {
        document.addPage(new PDPage(new PDRectangle(243, 153)));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private void handIn() throws Exception {
    town.submit(application);
    transaction.begin();
    rows.handIn(entities.find(AidApplication.class, application.id()));
    transaction.commit();
  }

  /** Runs the background until nothing waits; what another thread took is waited for. */
  private void checked() throws Exception {
    Scanner.there();
    town.looked(application, checks, "scan = 'PENDING'");
  }

  private ScanState scan(UUID document) throws Exception {
    return ScanState.valueOf(
        territory
            .rows("select scan from aid_document where public_id = ?", document.toString())
            .get(0));
  }

  private Path stored(UUID document) throws Exception {
    String file =
        territory
            .rows("select file_id from aid_document where public_id = ?", document.toString())
            .get(0);
    return Path.of(System.getenv("GESTMAT_DATA_DIR"), "files", file.substring(0, 2), file);
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

  @Test
  @DisplayName("M-C12 a document that was handed in is not taken away, whoever leaves when")
  void mC12_handedIn() throws Exception {
    UUID document = sent("TAX_NOTICE", "avis.jpg", photo(48)).id();
    handIn();
    checked();
    assertThat(codes(as(parent, () -> family.remove(document)).orElseThrow()))
        .containsExactly("documentHandedIn");
    assertThat(open(officer, document)).isPresent();
    assertThat(rows.kinds(application.id())).contains("TAX_NOTICE");
  }

  /** A link, if the caller may have one now. */
  private Optional<String> link(UUID document) throws IOException {
    return downloads
        .link(document)
        .flatMap(
            answer ->
                answer instanceof Answer.Done<String> done
                    ? Optional.of(done.value())
                    : Optional.empty());
  }

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
  @DisplayName("M-G01 M-G02 M-G09 what is refused leaves nothing, names are harmless and distinct")
  void mG02_refused() throws Exception {
    byte[] page = "<html>avis.pdf</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(codes(send(parent, application, "ADDRESS", "avis.pdf", page).orElseThrow()))
        .containsExactly("documentUNKNOWN_KIND");
    assertThat(codes(send(parent, application, "ADDRESS", "a.pdf", new byte[0]).orElseThrow()))
        .containsExactly("documentEMPTY");
    assertThat(
            codes(
                send(parent, application, "ADDRESS", "a.jpg", new byte[10 * 1024 * 1024 + 1])
                    .orElseThrow()))
        .containsExactly("documentTOO_LARGE");
    assertThat(codes(send(parent, application, "NOBODY_ASKED", "a.jpg", photo(40)).orElseThrow()))
        .containsExactly("documentUnknownKind");
    assertThat(list(parent)).isEmpty();
    sent("ADDRESS", "../../<img src=x>.jpg", photo(47));
    sent("ADDRESS", "<img src=x>.jpg", photo(48));
    assertThat(list(parent))
        .extracting(DocumentLine::name)
        .containsExactly("img src_x.jpg", "img src_x (2).jpg");
  }

  @Test
  @DisplayName("M-G10 files that are sent at the same time keep their places")
  void mG10_parallel() throws Exception {
    List<Future<Optional<Answer<DocumentLine>>>> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String kind = i % 2 == 0 ? "TAX_NOTICE" : "ADDRESS";
      byte[] content = photo(50 + i);
      String name = kind + ".jpg";
      running.add(
          acting.begin(
              parent,
              Role.GUARDIAN,
              () ->
                  family.add(
                      application.publicId(),
                      kind,
                      name,
                      new ByteArrayInputStream(content),
                      Optional.empty())));
    }
    for (int i = 0; i < 8; i++) {
      DocumentLine line = ((Answer.Done<DocumentLine>) running.get(i).get().orElseThrow()).value();
      assertThat(line.kind()).isEqualTo(i % 2 == 0 ? "TAX_NOTICE" : "ADDRESS");
      assertThat(line.name()).startsWith(line.kind());
      assertThat(open(parent, line.id())).contains(photo(50 + i));
    }
    assertThat(list(parent)).extracting(DocumentLine::name).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  @DisplayName("M-G14 M-D22 M-G16 a file given once serves two children and goes with the last")
  void mG16_reuse() throws Exception {
    DocumentTown.Application sibling = town.application(parent, "Ben");
    Caller separated = town.parent("Paul Essai");
    town.takesPart(sibling, separated, "SEPARATED");
    UUID document = sent("ADDRESS", "facture.jpg", photo(60)).id();
    Path file = stored(document);
    assertThat(Files.exists(file)).isTrue();

    assertThat(as(separated, () -> family.reusable(sibling.publicId(), "ADDRESS")).orElseThrow())
        .isEmpty();
    assertThat(as(parent, () -> family.reusable(sibling.publicId(), "ADDRESS")).orElseThrow())
        .extracting(DocumentLine::id)
        .containsExactly(document);
    DocumentLine shared =
        ((Answer.Done<DocumentLine>)
                as(parent, () -> family.reuse(sibling.publicId(), "ADDRESS", document))
                    .orElseThrow())
            .value();
    assertThat(stored(shared.id())).isEqualTo(file);

    assertThat(as(parent, () -> family.remove(document)).orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(list(parent)).isEmpty();
    assertThat(Files.exists(file)).as("the other child's application uses it").isTrue();
    assertThat(open(parent, shared.id())).contains(photo(60));

    assertThat(rows.removeAll(sibling.id())).isOne();
    assertThat(Files.exists(file)).isFalse();
    assertThat(
            territory.number(
                "select count(*) from stored_file where authority_id = ?", town.authority))
        .isZero();
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
}
