package fr.gestmat.system.incontainer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.document.DocumentDownloads;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.document.OpenedDocument;
import fr.gestmat.mealaid.control.document.DocumentChecks;
import fr.gestmat.mealaid.control.document.DocumentRows;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of the documents of an application, in a town of its own. */
abstract class DocumentTest extends InContainerTest {

  @Inject protected Territory territory;
  @Inject protected Acting acting;
  @Inject protected FamilyDocuments family;
  @Inject protected OfficerDocuments officers;
  @Inject protected DocumentDownloads downloads;
  @Inject protected DocumentChecks checks;
  @Inject protected DocumentRows rows;
  @Inject protected HandIn handIn;

  protected DocumentTown town;
  protected Caller parent;
  protected Caller officer;
  protected DocumentTown.Application application;

  @BeforeEach
  void found() throws Exception {
    town = DocumentTown.found(territory);
    parent = town.parent("Nadia Essai");
    officer = town.officer();
    application = town.application(parent, "Ada");
  }

  protected static byte[] photo(int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  protected <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, who.holds(Role.AID_OFFICER) ? Role.AID_OFFICER : Role.GUARDIAN, work);
  }

  protected Optional<Answer<DocumentLine>> send(
      Caller who, DocumentTown.Application to, String kind, String name, byte[] content)
      throws Exception {
    return as(who, () -> family.add(to.publicId(), kind, name, new ByteArrayInputStream(content)));
  }

  protected DocumentLine sent(String kind, String name, byte[] content) throws Exception {
    return ((Answer.Done<DocumentLine>)
            send(parent, application, kind, name, content).orElseThrow())
        .value();
  }

  protected List<DocumentLine> list(Caller who) throws Exception {
    return as(who, () -> family.list(application.publicId())).orElseThrow();
  }

  protected List<String> codes(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).reasons().stream().map(r -> r.code()).toList();
  }

  protected Optional<byte[]> open(Caller who, UUID document) throws Exception {
    Optional<String> link = as(who, () -> link(document));
    return link.isEmpty() ? Optional.empty() : follow(who, link.get());
  }

  protected Optional<byte[]> follow(Caller who, String link) throws Exception {
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

  protected void handIn() throws Exception {
    town.submit(application);
    handIn.of(application.id());
  }

  /** Runs the background until nothing waits; what another thread took is waited for. */
  protected void checked() throws Exception {
    Scanner.there();
    town.looked(application, checks, "scan = 'PENDING'");
  }

  protected Path stored(UUID document) throws Exception {
    String file =
        territory
            .rows("select file_id from aid_document where public_id = ?", document.toString())
            .get(0);
    return Path.of(System.getenv("GESTMAT_DATA_DIR"), "files", file.substring(0, 2), file);
  }

  /** A link, if the caller may have one now. */
  protected Optional<String> link(UUID document) throws IOException {
    return downloads
        .link(document)
        .flatMap(
            answer ->
                answer instanceof Answer.Done<String> done
                    ? Optional.of(done.value())
                    : Optional.empty());
  }
}
