package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.control.person.AidPerson;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents that families send: marked, refused, sent at once, handed in, given once for two. */
class DocumentsInContainerIT extends DocumentTest {

  @Inject private AidPerson archive;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

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
                      application.publicId(), kind, name, new ByteArrayInputStream(content))));
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
  @DisplayName("M-G10 what is decided meanwhile takes no document, of the family nor on paper")
  void mG10_decided() throws Exception {
    DocumentTown.Application sibling = town.application(parent, "Ben");
    UUID document =
        ((Answer.Done<DocumentLine>)
                send(parent, sibling, "ADDRESS", "a.jpg", photo(71)).orElseThrow())
            .value()
            .id();
    handIn();
    territory.run("update aid_application set complete_at = null where id = ?", application.id());
    byte[] paper = photo(72);
    Future<Optional<Answer<DocumentLine>>> again;
    Future<Optional<Answer<DocumentLine>>> onPaper;
    try (HeldRows held =
        new HeldRows(database, "select id from aid_application where id = ?", application.id())) {
      again =
          acting.begin(
              parent,
              Role.GUARDIAN,
              () -> family.reuse(application.publicId(), "ADDRESS", document));
      onPaper =
          acting.begin(
              officer,
              Role.AID_OFFICER,
              () ->
                  officers.add(
                      application.publicId(),
                      "TAX_NOTICE",
                      officers.paperDay(application.publicId()),
                      "b.jpg",
                      new ByteArrayInputStream(paper)));
      // Both have seen by then that it waits.
      Thread.sleep(1_000);
      held.change("update aid_application set state = 'GRANTED' where id = ?", application.id());
    }
    assertThat(codes(again.get().orElseThrow())).containsExactly("documentClosed");
    assertThat(codes(onPaper.get().orElseThrow())).containsExactly("paperClosed");
    assertThat(list(parent)).isEmpty();
  }

  @Test
  @DisplayName("M-G16 a file that is gone meanwhile is not used again")
  void mG16_gone() throws Exception {
    DocumentTown.Application sibling = town.application(parent, "Ben");
    UUID document = sent("ADDRESS", "a.jpg", photo(73)).id();
    territory.run(
        "delete from stored_file where public_id = (select file_id from aid_document where"
            + " public_id = ?)",
        document.toString());
    assertThat(as(parent, () -> family.reuse(sibling.publicId(), "ADDRESS", document))).isEmpty();
    assertThat(as(parent, () -> family.list(sibling.publicId())).orElseThrow()).isEmpty();
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
}
