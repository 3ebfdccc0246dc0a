package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.lending.boundary.agreement.AgreementPrinting;
import fr.gestmat.lending.boundary.agreement.AgreementPrinting.Ordered;
import fr.gestmat.lending.boundary.agreement.SignedPaper;
import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.agreement.AgreementOrder;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.PaperFiling;
import fr.gestmat.lending.control.agreement.PaperFiling.Stack;
import fr.gestmat.lending.control.agreement.PaperRule.Problem;
import fr.gestmat.lending.control.agreement.SignedPages;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.reports.agreement.ScannedPages;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Agreements on paper: printed, sent back as scans, filed by their barcode or by hand. */
class AgreementPaperInContainerIT extends AgreementTest {

  @Inject private AgreementPrinting printing;
  @Inject private SignedPaper paper;
  @Inject private PaperFiling filing;
  @Inject private FileStore files;

  private Path print(Caller who, AgreementOrder order) throws Exception {
    return acting.as(
        who,
        roleOf(who),
        () -> {
          Ordered ordered = printing.order(order);
          assertThat(ordered).isInstanceOf(Ordered.Ready.class);
          UUID file = ((Ordered.Ready) ordered).file();
          return files.content(files.find(file, who.accountId()).orElseThrow());
        });
  }

  private static String text(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void l071_a_contract_prints_notes_codes_accessories_and_value() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW', loans_per_pupil=2");
    Pupil ada = town.pupil(town.here, "Ada");
    Device one = town.device(town.here);
    Device two = town.device(town.here);
    town.run("update device set purchase_price = 549.90 where id = ?", one.id());
    town.run(
        "insert into replacement_price (model_id, school_year, amount) values (?, 2020, 550.10)",
        town.model);
    town.run(
        "insert into model_accessory (id, model_id, name, position)"
            + " values (next value for model_accessory_seq, ?, 'Stylet', 1)",
        town.model);
    UUID agreement = issue(town, published(town), ada, "Rendez-le propre.");
    scan(town.agent(town.here), town.checkOut(town.here, one.tag(), ada));
    scan(town.agent(town.here), town.checkOut(town.here, two.tag(), ada));
    town.run("delete from model_accessory where model_id = ? and name = 'Stylet'", town.model);

    assertThat(text(print(town.agent(town.here), AgreementOrder.one(agreement, false))))
        .contains("Convention de prêt de Ada Essai")
        .contains(one.tag())
        .contains(two.tag())
        .contains("Chargeur")
        .doesNotContain("Stylet")
        .containsPattern("1.100,00")
        .contains("En cas de panne")
        .contains("Rendez-le propre.")
        .contains("Responsable légal")
        .contains("CS-" + code(town, agreement));
  }

  private List<Optional<Problem>> send(LendingTown town, Caller who, Path scan) throws Exception {
    Stack stack = new Stack(UUID.randomUUID(), town.here.id(), "pile.pdf", ScannedPages.Kind.PDF);
    List<Optional<Problem>> found = new ArrayList<>();
    acting.as(
        who,
        roleOf(who),
        () ->
            ScannedPages.<IOException>read(
                scan,
                ScannedPages.Kind.PDF,
                text -> AgreementCode.read(text).isPresent(),
                (page, writer) ->
                    found.add(
                        filing.file(
                            who, stack, page, page.code().flatMap(AgreementCode::read), writer))));
    return found;
  }

  @Test
  void a_stack_files_itself_by_barcode_and_what_does_not_waits() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Caller manager = town.manager(town.here);
    AgreementTexts.Version text = published(town);
    UUID adas = issue(town, text, ada, "");
    UUID bens = issue(town, text, ben, "");
    Path stack =
        print(
            manager,
            new AgreementOrder(List.of(adas, bens), Optional.empty(), Optional.empty(), false));
    acting.as(town.manager(town.here), Role.LOAN_MANAGER, () -> agreements.cancel(bens));

    assertThat(send(town, manager, stack))
        .containsExactly(Optional.empty(), Optional.of(Problem.CANCELLED));
    assertThat(send(town, manager, stack))
        .containsExactly(Optional.of(Problem.ALREADY_SIGNED), Optional.of(Problem.CANCELLED));
    assertThat(
            town.column(
                "select concat_ws(' ', party, way) from agreement_signature s"
                    + " join loan_agreement a on a.id = s.agreement_id where a.public_id = ?"
                    + " order by s.id",
                adas.toString()))
        .containsExactly("PUPIL PAPER", "GUARDIAN PAPER");
    assertThat(send(town, town.manager(town.there), stack).get(0)).contains(Problem.OTHER_SCHOOL);
    LendingTown other = LendingTown.found(database);
    assertThat(send(other, other.manager(other.here), stack).get(0)).contains(Problem.UNKNOWN);
  }

  @Test
  void a_signed_page_lies_encrypted_on_disk_and_opens_as_it_was_sent() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Caller manager = town.manager(town.here);
    UUID agreement = issue(town, published(town), ada, "Rendez-le propre.");
    send(town, manager, print(manager, AgreementOrder.one(agreement, false)));

    acting.as(
        manager,
        Role.LOAN_MANAGER,
        () -> {
          SignedPages.Line page = paper.desk(0).filed().get(0);
          StoredFile kept = files.findKept(page.file(), town.authority).orElseThrow();
          byte[] onDisk = Files.readAllBytes(files.content(kept));
          assertThat(kept.sealed()).isTrue();
          assertThat(onDisk).isNotEmpty();
          assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
          byte[] opened = paper.page(page.id()).orElseThrow().content().readAllBytes();
          Path copy = files.newFile();
          Files.write(copy, opened);
          assertThat(text(copy)).contains("Rendez-le propre.");
          return null;
        });
  }

  @Test
  void an_unreadable_page_is_kept_and_filed_by_hand() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Caller manager = town.manager(town.here);
    UUID agreement = issue(town, published(town), ada, "");
    Path blank = files.newFile();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      document.save(blank.toFile());
    }
    assertThat(send(town, manager, blank)).containsExactly(Optional.of(Problem.NO_CODE));

    acting.as(
        manager,
        Role.LOAN_MANAGER,
        () -> {
          SignedPages.Line line = paper.desk(0).lines().get(0);
          assertThat(line.problem()).contains(Problem.NO_CODE);
          assertThat(paper.page(line.id())).isPresent();
          String typed = code(town, agreement).toLowerCase(java.util.Locale.ROOT);
          UUID named = paper.named(typed).orElseThrow().id();
          done(
              paper
                  .file(
                      line.id(), named, Purpose.AGREEMENT, EnumSet.allOf(Party.class), " Rosa Lis ")
                  .orElseThrow());
          assertThat(
                  town.column(
                      "select signer_name from agreement_signature where agreement_id = (select id"
                          + " from loan_agreement where public_id = ?) order by party desc",
                      agreement.toString()))
              .hasSize(2)
              .endsWith("Rosa Lis");
          assertThat(paper.desk(0).waiting()).isZero();
          assertThat(
                  codes(
                      paper
                          .file(
                              line.id(), named, Purpose.AGREEMENT, EnumSet.noneOf(Party.class), "")
                          .orElseThrow()))
              .containsExactly("settled");
          assertThat(agreements.card(agreement).orElseThrow().data().facts().pupilSigned())
              .isTrue();
          return null;
        });
  }

  @Test
  void a_return_receipt_is_signed_once_everything_is_back() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW'");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    Caller manager = town.manager(town.here);
    UUID agreement = issue(town, published(town), ada, "");
    scan(manager, town.checkOut(town.here, device.tag(), ada));
    Path receipt = print(manager, AgreementOrder.one(agreement, true));

    assertThat(send(town, manager, receipt)).containsExactly(Optional.of(Problem.NOT_RETURNED));
    scan(manager, town.checkIn(town.here, device.tag()));
    assertThat(send(town, manager, receipt)).containsExactly(Optional.empty());
    assertThat(
            acting.as(
                manager,
                Role.LOAN_MANAGER,
                () ->
                    agreements.card(agreement).orElseThrow().data().receiptSignedAt().isPresent()))
        .isTrue();
    assertThat(text(print(manager, AgreementOrder.one(agreement, true)))).contains("rendu le");
  }

  @Test
  void a_file_that_is_no_scan_is_refused() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    byte[] page = "<html>convention.pdf</html>".getBytes(StandardCharsets.UTF_8);

    Answer<UUID> answer =
        acting.as(
            manager,
            Role.LOAN_MANAGER,
            () -> paper.receive(town.here.uai(), "convention.pdf", new ByteArrayInputStream(page)));

    assertThat(codes(answer)).containsExactly("noScan");
  }
}
