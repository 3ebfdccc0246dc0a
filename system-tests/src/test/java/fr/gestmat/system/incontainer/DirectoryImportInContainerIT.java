package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gestmat.access.Role;
import fr.gestmat.directory.boundary.ImportReport;
import fr.gestmat.directory.boundary.ImportReport.ProblemCount;
import fr.gestmat.directory.boundary.ImportReport.ProblemLine;
import fr.gestmat.directory.control.feed.ProblemKind;
import fr.gestmat.directory.control.intake.ImportSet;
import fr.gestmat.directory.control.intake.ImportSteps;
import fr.gestmat.directory.control.intake.Intake;
import fr.gestmat.directory.control.intake.IntakeRefusal;
import fr.gestmat.directory.entity.FeedSource;
import fr.gestmat.directory.entity.ImportState;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Imports of the directory on the real database, each test in an authority of its own. */
class DirectoryImportInContainerIT extends DirectoryImportTest {

  @Inject private ImportSteps steps;

  @Test
  void aSetGoesInWholeAndTheSameSetAgainWritesNothing() throws Exception {
    AafSet set = twoSchools();
    UUID first = handIn(set, true);
    ImportReport report = await(first, ImportState.READY);

    assertThat(report.totals().fresh()).isEqualTo(41);
    assertThat(report.schools().asked()).isEqualTo(2);
    assertThat(territory.number("select count(*) from pupil where authority_id = ?", authority))
        .isZero();
    confirm(first, Set.of(A, B), Set.of());
    await(first, ImportState.DONE);

    assertThat(pupils("ACTIVE")).isEqualTo(41);
    assertThat(journal("SCHOOL_LOADED")).isEqualTo(2);
    assertThat(journal("PUPIL_ADDED")).isZero();
    assertThat(
            territory.rows(
                "select kind from guardianship l join pupil p on p.id = l.pupil_id where"
                    + " p.authority_id = ? and l.guardian_id is not null",
                authority))
        .containsExactly("MOTHER");

    UUID second = handIn(set, true);
    assertThat(await(second, ImportState.READY).totals().nothing()).isTrue();
    confirm(second, Set.of(), Set.of());
    await(second, ImportState.DONE);

    assertThat(pupils("ACTIVE")).isEqualTo(41);
    assertThat(territory.number("select max(version) from pupil where authority_id = ?", authority))
        .isZero();
    assertThat(journal("SCHOOL_LOADED")).isEqualTo(2);
    assertThat(
            territory.number(
                "select count(*) from staged_pupil p join directory_import i on i.id = p.import_id"
                    + " where i.authority_id = ?",
                authority))
        .isZero();
  }

  @Test
  void absenceFromAPartialSetNeverMeansLeaving() throws Exception {
    load(twoSchools());

    UUID id = handIn(new AafSet().pupil(1, "PUPIL1", "Zoé", 7), false);
    ImportReport report = await(id, ImportState.READY);
    confirm(id, Set.of(), Set.of(A, B));
    await(id, ImportState.DONE);

    assertThat(report.totals().left()).isZero();
    assertThat(pupils("LEFT")).isZero();
  }

  @Test
  void fewWhoAreAbsentFromAWholeSetLeaveAndComeBackLater() throws Exception {
    load(twoSchools());

    UUID id = handIn(twoSchools(2), true);
    assertThat(await(id, ImportState.READY).totals().left()).isEqualTo(1);
    confirm(id, Set.of(), Set.of());
    await(id, ImportState.DONE);

    assertThat(
            territory.rows(
                "select external_id from pupil where authority_id = ? and status = 'LEFT' and"
                    + " left_on is not null",
                authority))
        .containsExactly("2");
    assertThat(journal("PUPIL_LEFT")).isEqualTo(1);

    load(twoSchools());
    assertThat(pupils("ACTIVE")).isEqualTo(41);
    assertThat(journal("PUPIL_RETURNED")).isEqualTo(1);
  }

  @Test
  void whereManyWouldLeaveTheSchoolWaitsForASecondConfirmation() throws Exception {
    load(twoSchools());
    AafSet without = twoSchools(2, 3, 4);

    UUID id = handIn(without, true);
    ImportReport report = await(id, ImportState.READY);
    assertThat(report.toDecide())
        .extracting(ImportReport.SchoolLine::uai, ImportReport.SchoolLine::left)
        .containsExactly(tuple(A, 3));
    confirm(id, Set.of(), Set.of());
    ImportReport done = await(id, ImportState.DONE);
    assertThat(done.totals().left()).as("what was not confirmed is not said to be done").isZero();
    assertThat(done.schools().held()).isEqualTo(1);
    assertThat(pupils("LEFT")).isZero();

    UUID again = handIn(without, true);
    await(again, ImportState.READY);
    confirm(again, Set.of(), Set.of(A));
    await(again, ImportState.DONE);
    assertThat(pupils("LEFT")).isEqualTo(3);
  }

  @Test
  void aPupilFoundInAnotherSchoolHasMovedAndHasNotLeft() throws Exception {
    load(twoSchools());
    AafSet set = twoSchools(1).pupil(1, "PUPIL1", "Zoé", 8);

    UUID id = handIn(set, true);
    ImportReport report = await(id, ImportState.READY);
    assertThat(report.totals().moved()).isEqualTo(1);
    assertThat(report.totals().left()).isZero();
    confirm(id, Set.of(), Set.of());
    await(id, ImportState.DONE);

    assertThat(
            territory.rows(
                "select s.uai from pupil p join school s on s.id = p.school_id where"
                    + " p.authority_id = ? and p.external_id = '1' and p.status = 'ACTIVE'",
                authority))
        .containsExactly(B);
    assertThat(journal("PUPIL_MOVED")).isEqualTo(1);
  }

  @Test
  void everyClassAndGroupOfAPupilIsKeptAndTheFirstClassIsTheMainOne() throws Exception {
    AafSet set =
        new AafSet()
            .school(7, A)
            .school(8, B)
            .pupil(
                1,
                "Quéré",
                "Élif",
                7,
                List.of("7$TG2", "7$ULIS", "8$2DE 9"),
                List.of("7$ESP", "7$AP1"))
            .pupil(2, "Dubois", "Tom", 7, List.of("7$ULIS"), List.of());
    load(set);

    assertThat(
            territory.rows(
                "select concat_ws(' ', p.external_id, c.name, c.id = p.class_id) from pupil p join"
                    + " pupil_class k on k.pupil_id = p.id join school_class c on c.id = k.class_id"
                    + " where p.authority_id = ? order by 1",
                authority))
        .containsExactly("1 TG2 1", "1 ULIS 0", "2 ULIS 1");
    assertThat(
            territory.rows(
                "select g.name from pupil_group g join pupil p on p.id = g.pupil_id where"
                    + " p.authority_id = ? order by 1",
                authority))
        .containsExactly("AP1", "ESP");

    load(
        new AafSet()
            .school(7, A)
            .school(8, B)
            .pupil(1, "Quéré", "Élif", 7, List.of("7$ULIS"), List.of("7$ESP"))
            .pupil(2, "Dubois", "Tom", 7, List.of("7$ULIS"), List.of()));
    assertThat(
            territory.rows(
                "select concat_ws(' ', p.external_id, c.name, c.id = p.class_id) from pupil p join"
                    + " pupil_class k on k.pupil_id = p.id join school_class c on c.id = k.class_id"
                    + " where p.authority_id = ? order by 1",
                authority))
        .containsExactly("1 ULIS 1", "2 ULIS 1");
  }

  @Test
  void aClassOfAnotherSchoolIsToldAndNotKept() throws Exception {
    AafSet set =
        new AafSet()
            .school(7, A)
            .school(8, B)
            .pupil(1, "Quéré", "Élif", 7, List.of("7$TG2", "8$2DE 9"), List.of());
    UUID id = handIn(set, true);
    await(id, ImportState.READY);

    assertThat(asAdmin(() -> imports.problems(id, Optional.of(ProblemKind.CLASS_ELSEWHERE), 0)))
        .extracting(ProblemLine::subject, ProblemLine::detail)
        .containsExactly(tuple("1 Quéré Élif", "2DE 9 " + B));
  }

  @Test
  void aLinkWaitsForItsGuardianUntilALaterImport() throws Exception {
    AafSet set = new AafSet().school(7, A).pupil(1, "LE GOFF", "Anaïs", 7, "90$10$1$1$1$1");
    UUID first = handIn(set, true);
    assertThat(await(first, ImportState.READY).problems())
        .contains(new ProblemCount(ProblemKind.GUARDIAN_MISSING, 1));
    confirm(first, Set.of(A), Set.of());
    await(first, ImportState.DONE);

    UUID second = handIn(new AafSet().guardian(90, "LE GOFF", "Bérengère"), false);
    await(second, ImportState.READY);
    confirm(second, Set.of(), Set.of());

    assertThat(await(second, ImportState.DONE).summary().linksResolved()).isEqualTo(1);
  }

  @Test
  void aSchoolThatIsNotOnTheListStaysOutUnlessSomebodyAcceptsIt() throws Exception {
    load(twoSchools());
    AafSet set =
        twoSchools()
            .school(9, "0991003C")
            .pupil(900, "AILLEURS", "Tom", 9, "901$10$1$1$1$1")
            .guardian(901, "AILLEURS", "Eva");

    UUID id = handIn(set, true);
    assertThat(await(id, ImportState.READY).problems())
        .contains(new ProblemCount(ProblemKind.SCHOOL_NOT_OURS, 1));
    confirm(id, Set.of(), Set.of());
    await(id, ImportState.DONE);
    assertThat(pupils("ACTIVE")).isEqualTo(41);
    assertThat(
            territory.number(
                "select count(*) from guardian where authority_id = ? and external_id = '901'",
                authority))
        .isZero();

    UUID again = handIn(set, true);
    await(again, ImportState.READY);
    confirm(again, Set.of("0991003C"), Set.of());
    assertThat(await(again, ImportState.DONE).problems())
        .as("it does not stay out any more")
        .doesNotContain(new ProblemCount(ProblemKind.SCHOOL_NOT_OURS, 1));
    assertThat(pupils("ACTIVE")).isEqualTo(42);
  }

  @Test
  void aSetWithABrokenFileIsRefusedAsAWhole() throws Exception {
    Map<String, String> files = new java.util.LinkedHashMap<>(twoSchools().files());
    String name = "ENT_Complet_20260901_Eleve_0000.xml";
    String whole = files.get(name);
    files.put(name, whole.substring(0, whole.length() / 2));

    UUID id = take(files, true).importId().orElseThrow();
    await(id, ImportState.REFUSED);

    assertThat(asAdmin(() -> imports.problems(id, Optional.empty(), 0)))
        .filteredOn(p -> p.kind() == ProblemKind.FILE_BROKEN)
        .extracting(ProblemLine::file)
        .containsExactly(name);
    assertThat(territory.number("select count(*) from school where authority_id = ?", authority))
        .isZero();
  }

  @Test
  void bombsAndOtherFilesAreNotEvenTaken() throws Exception {
    assertThat(asAdmin(() -> imports.take(List.of(), true)).orElseThrow().refusal())
        .contains(IntakeRefusal.NOTHING_SENT);
    assertThat(takeBytes("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
        .contains(IntakeRefusal.FILE_OF_OTHER_KIND);
    assertThat(takeBytes("a.zip", zip("Eleve.xml", new byte[300_000_000])))
        .contains(IntakeRefusal.ARCHIVE_TOO_LARGE);
    assertThat(takeBytes("a.zip", zip("run.exe", new byte[10])))
        .contains(IntakeRefusal.ARCHIVE_WITH_OTHER_FILES);
    assertThat(
            territory.number(
                "select count(*) from directory_import where authority_id = ?", authority))
        .isZero();
  }

  @Test
  void aZipIsTheSameAsItsParts() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : twoSchools().files().entrySet()) {
        zip.putNextEntry(new ZipEntry("export/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    Path file = Files.write(Files.createTempFile("feed", ".zip"), bytes.toByteArray());
    UUID id =
        asAdmin(() -> imports.take(List.of(new Intake.Incoming("export.zip", file)), true))
            .orElseThrow()
            .importId()
            .orElseThrow();

    assertThat(await(id, ImportState.READY).totals().fresh()).isEqualTo(41);
  }

  @Test
  void aTableOfPupilsGoesInAndRaggedRowsStayOut() throws Exception {
    load(twoSchools());
    String table =
        "Nom;Prénom;Identifiant;UAI;Classe;Couleur\n"
            + "Kaya;Élif;K1;"
            + A
            + ";2DE 1;bleu\n"
            + "Court;Tom;K2\n";

    UUID id = take(Map.of("eleves.csv", table), false).importId().orElseThrow();
    ImportReport report = await(id, ImportState.READY);
    assertThat(report.summary().source()).isEqualTo(FeedSource.CSV);
    assertThat(report.totals().fresh()).isEqualTo(1);
    assertThat(report.problems()).contains(new ProblemCount(ProblemKind.ROW_RAGGED, 1));
    confirm(id, Set.of(), Set.of());
    await(id, ImportState.DONE);
    assertThat(pupils("ACTIVE")).isEqualTo(42);
  }

  @Test
  void aTableWithoutItsColumnsIsRefusedAndTheyAreNamed() throws Exception {
    UUID id = take(Map.of("eleves.csv", "Nom;Classe\nKaya;2DE\n"), false).importId().orElseThrow();
    await(id, ImportState.REFUSED);

    assertThat(asAdmin(() -> imports.problems(id, Optional.empty(), 0)))
        .extracting(ProblemLine::detail)
        .containsExactly("UAI", "Identifiant", "Prénom");
  }

  @Test
  void aReadingThatDiedIsDoneAgainFromTheStart() throws Exception {
    UUID id = handIn(twoSchools(), true);
    await(id, ImportState.READY);
    territory.run(
        "delete p from staged_pupil p join directory_import i on i.id = p.import_id where"
            + " i.public_id = ? and p.external_id > '2'",
        id.toString());
    territory.run(
        "update directory_import set state = 'RECEIVED' where public_id = ?", id.toString());

    asAdmin(() -> imports.retry(id));

    assertThat(await(id, ImportState.READY).totals().fresh()).isEqualTo(41);
  }

  @Test
  void anApplyingThatDiedGoesOnWithTheSchoolsThatAreLeft() throws Exception {
    UUID id = handIn(twoSchools(), true);
    await(id, ImportState.READY);
    territory.run(
        "update directory_import set state = 'APPLYING', confirmed_by = 'Essai' where public_id ="
            + " ?",
        id.toString());
    long key =
        territory.number("select id from directory_import where public_id = ?", id.toString());
    ImportSet set = new ImportSet(key, authority, FeedSource.AAF, true);
    steps.schoolsAndGrades(set);
    steps.school(set, steps.find(id).orElseThrow(), A);
    assertThat(pupils("ACTIVE")).isEqualTo(40);

    asAdmin(() -> imports.retry(id));
    await(id, ImportState.DONE);

    assertThat(pupils("ACTIVE")).isEqualTo(41);
    assertThat(journal("SCHOOL_LOADED")).isEqualTo(2);
  }

  @Test
  void oneImportAtATimeAndNobodyElseSeesIt() throws Exception {
    UUID id = handIn(twoSchools(), true);

    assertThat(take(twoSchools().files(), true).refusal())
        .contains(IntakeRefusal.ANOTHER_IMPORT_OPEN);
    long other = territory.authority();
    assertThat(
            acting.as(
                Territory.on(other, Role.ADMIN), Role.ADMIN, () -> imports.report(id).isPresent()))
        .isFalse();
    assertThat(
            acting.as(
                Territory.on(authority, Role.ADMIN, 1),
                Role.ADMIN,
                () -> imports.report(id).isPresent()))
        .isFalse();
  }

  private Optional<IntakeRefusal> takeBytes(String name, byte[] bytes) throws Exception {
    Path file = Files.write(Files.createTempFile("feed", ".tmp"), bytes);
    return asAdmin(() -> imports.take(List.of(new Intake.Incoming(name, file)), true))
        .orElseThrow()
        .refusal();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
