package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.desk.DeskPapers;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.boundary.stock.Labels;
import fr.gestmat.lending.control.export.HandedFiles;
import fr.gestmat.lending.control.label.LabelOrder;
import fr.gestmat.lending.control.label.LabelOutput;
import fr.gestmat.lending.control.paper.ClassSheetWork;
import fr.gestmat.lending.control.paper.ClassSheets;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.reports.label.LabelFormats;
import fr.gestmat.reports.label.Symbology;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The codes of pupils are printed for who may call their class up, and the journal says so. */
class DeskPapersInContainerIT extends DeskTest {

  @Inject private DeskPapers papers;
  @Inject private ClassSheets sheets;
  @Inject private Labels labels;
  @Inject private ClassSheetWork work;
  @Inject private Downloads downloads;
  @TempDir Path folder;

  @Test
  void a_class_sheet_carries_the_codes_of_the_cards_and_is_journaled() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    town.run("update pupil set card_code = null, ine = '012345678AB' where id = ?", ben.id());
    Path file = folder.resolve("classe.pdf");
    UUID schoolClass = classOf(town, town.here);

    Caller agent = town.agent(town.here);
    Optional<String> name =
        acting.as(agent, roleOf(agent), () -> papers.writeClass(schoolClass, file));
    assertThat(name).contains("TG3");
    assertThat(words(file))
        .contains("Essai Ada", "CARD" + ada.id(), "E" + ben.id())
        .doesNotContain("012345678AB");
    assertThat(
            town.column(
                "select detail from journal_entry where action = 'CLASS_SHEETS_PRINTED'"
                    + " and school_id = ?",
                town.here.id()))
        .containsExactly("{\"pupils\":2}");

    Caller stranger = town.agent(town.there);
    assertThat(
            acting.as(
                stranger,
                roleOf(stranger),
                () -> papers.writeClass(schoolClass, folder.resolve("rien.pdf"))))
        .isEmpty();
    assertThat(acting.as(stranger, roleOf(stranger), () -> papers.orderSchool(town.here.uai())))
        .isEmpty();
  }

  @Test
  void all_classes_of_a_school_are_one_file() throws Exception {
    LendingTown town = LendingTown.found(database);
    town.pupil(town.here, "Ada");
    town.pupil(town.there, "Zara");
    Path file = folder.resolve("classes.pdf");
    assertThat(sheets.ofSchool(town.here.id(), "Lycée d'ici", file)).isEqualTo(1);
    assertThat(words(file)).contains("Classe TG3", "Essai Ada").doesNotContain("Zara");
  }

  /**
   * L105: the sheets that a task wrote are for who may call a class up, when they are taken away.
   */
  @Test
  void the_sheets_of_a_school_are_not_for_who_works_in_another_one() throws Exception {
    LendingTown town = LendingTown.found(database);
    town.pupil(town.here, "Ada");
    Caller agent = town.agent(town.here);
    Path written = Files.createTempFile(folder, "classes", ".pdf");
    Files.writeString(written, "essai");
    UUID file = work.keep(agent, town.here.id(), written, 1);

    for (Role role : List.of(Role.REGION_MANAGER, Role.ADMIN)) {
      Caller region = as(agent, new HeldRole(role, null));
      assertThat(acting.as(region, role, () -> downloads.open(file))).as("%s", role).isEmpty();
    }
    Caller elsewhere = as(agent, new HeldRole(Role.LOAN_AGENT, town.there.id()));
    assertThat(acting.as(elsewhere, Role.LOAN_AGENT, () -> downloads.open(file))).isEmpty();
    acting.as(agent, Role.LOAN_AGENT, () -> downloads.open(file)).orElseThrow().content().close();
  }

  private static Caller as(Caller who, HeldRole role) {
    return new Caller(
        who.accountId(),
        who.accountPublicId(),
        who.name(),
        who.authorityId(),
        Set.of(role),
        null,
        null);
  }

  @Test
  void labels_for_a_label_printer_are_its_commands() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    Caller agent = town.agent(town.here);
    Labels.Ordered ordered =
        acting.as(
            agent,
            roleOf(agent),
            () ->
                labels.order(
                    new LabelOrder(
                        List.of(device.tag()),
                        DeviceFilter.ALL,
                        LabelFormats.find("rouleau-57x32").orElseThrow(),
                        Symbology.DATA_MATRIX,
                        LabelOutput.ZPL_203,
                        1)));
    UUID file = ((Labels.Ordered.Ready) ordered).made().file().orElseThrow();
    HandedFiles.Download taken =
        acting.as(agent, roleOf(agent), () -> downloads.open(file)).orElseThrow();
    assertThat(taken.name()).endsWith(".zpl");
    assertThat(new String(taken.content().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("^XA")
        .contains("^FD" + device.tag() + "^FS")
        .endsWith("^XZ\n");
  }

  private static UUID classOf(LendingTown town, LendingTown.School school) throws Exception {
    return UUID.fromString(
        town.value("select public_id from school_class where id = ?", school.classId()));
  }

  private static String words(Path file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
