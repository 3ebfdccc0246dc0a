package fr.gestmat.directory.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.directory.boundary.ImportReport.ProblemCount;
import fr.gestmat.directory.boundary.ImportReport.ProblemLine;
import fr.gestmat.directory.boundary.ImportReport.SchoolLine;
import fr.gestmat.directory.boundary.ImportReport.Standing;
import fr.gestmat.directory.control.feed.ProblemKind;
import fr.gestmat.directory.control.intake.ImportReports;
import fr.gestmat.directory.control.intake.ImportTasks;
import fr.gestmat.directory.control.intake.Intake;
import fr.gestmat.directory.entity.DirectoryImport;
import fr.gestmat.directory.entity.ImportState;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.job.entity.TaskState;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings feeds in: hand in, look at the report, decide, look back. For administrators of a whole
 * authority; nobody else learns that an import exists.
 */
@Stateless
@RolesAllowed("ADMIN")
public class DirectoryImports {

  /** Lines of a list at most. */
  public static final int PAGE = 50;

  /** Bytes of one upload at most: a whole region unpacked is a little over a gigabyte. */
  private static final long LARGEST_FILE = 4L << 30;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private Journal journal;
  @Inject private Intake intake;
  @Inject private ImportReports reports;
  @Inject private ImportTasks tasks;
  @Inject private FileStore files;

  /** Receives one file of an upload; it is then part of a set that is {@link #take taken}. */
  public Path receive(InputStream content) throws IOException {
    return files.receive(content, LARGEST_FILE);
  }

  /**
   * Takes a set in: it is unpacked, kept and read in the background.
   *
   * @param whole whether the operator says that it holds every pupil of the authority
   * @return the import, or why there is none; empty if the caller runs no whole authority
   */
  public Optional<Intake.Taken> take(List<Intake.Incoming> incoming, boolean whole)
      throws IOException {
    if (!runsAuthority()) {
      return Optional.empty();
    }
    Caller who = caller.get();
    Intake.Taken taken =
        intake.take(
            new Intake.Sender(who.authorityId(), who.accountId(), who.name()), incoming, whole);
    if (taken.importId().isPresent()) {
      write("IMPORT_RECEIVED", find(taken.importId().get()).orElseThrow(), "{}");
    }
    return Optional.of(taken);
  }

  /** The latest imports, newest first. */
  public List<ImportSummary> latest() {
    if (!runsAuthority()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select i from DirectoryImport i where i.authorityId = :authority order by i.id desc",
            DirectoryImport.class)
        .setParameter("authority", caller.get().authorityId())
        .setMaxResults(PAGE)
        .getResultStream()
        .map(ImportSummary::of)
        .toList();
  }

  /** What an import would do, or did. */
  public Optional<ImportReport> report(UUID id) {
    return find(id).map(this::report);
  }

  private ImportReport report(DirectoryImport of) {
    Optional<TaskView> task = tasks.latest(of.publicId());
    boolean atWork = of.state() == ImportState.RECEIVED || of.state() == ImportState.APPLYING;
    int[] numbers =
        reports.totals(of.id(), of.confirmedAt().isPresent(), DirectoryImports::numbers);
    return new ImportReport(
        ImportSummary.of(of),
        atWork
            ? Optional.of(
                task.map(t -> new ImportReport.Progress(t.done(), t.total()))
                    .orElse(new ImportReport.Progress(0, 0)))
            : Optional.empty(),
        atWork && task.map(t -> t.state() == TaskState.FAILED).orElse(false),
        reports.files(of.id(), row -> new ImportReport.FileLine(row.getString(1), row.getLong(2))),
        new ImportReport.Totals(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]),
        new ImportReport.Schools(numbers[5], numbers[6], numbers[7], numbers[8]),
        reports
            .problemCounts(
                of.id(),
                row -> new ProblemCount(ProblemKind.valueOf(row.getString(1)), row.getInt(2)))
            .stream()
            .sorted(Comparator.comparing(ProblemCount::kind))
            .toList(),
        reports.schoolsToDecide(of.id(), DirectoryImports::school));
  }

  /** Schools of an import after a code, at most {@link #PAGE}. */
  public List<SchoolLine> schools(UUID id, String after) {
    return find(id)
        .map(of -> reports.schools(of.id(), after, PAGE, DirectoryImports::school))
        .orElse(List.of());
  }

  /** Lines of the report after a position, at most {@link #PAGE}. */
  public List<ProblemLine> problems(UUID id, Optional<ProblemKind> kind, int after) {
    return find(id)
        .map(
            of ->
                reports.problems(
                    of.id(),
                    kind.map(ProblemKind::name).orElse(null),
                    after,
                    PAGE,
                    DirectoryImports::problem))
        .orElse(List.of());
  }

  /**
   * Writes every line of the report as an XLSX; the caller deletes the file.
   *
   * @param table columns, title and author
   */
  public Optional<Path> export(UUID id, Table<ProblemLine> table) throws IOException, SQLException {
    Optional<DirectoryImport> found = find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Path file = files.newFile();
    RowSource<ProblemLine, SQLException> rows =
        sink -> reports.eachProblem(found.get().id(), row -> sink.accept(problem(row)));
    XlsxFile.write(file, table, rows);
    write("IMPORT_REPORT_EXPORTED", found.get(), "{}");
    return Optional.of(file);
  }

  /**
   * Says yes: the set goes in, school by school, in the background.
   *
   * @param accepted schools that are not on the list and shall be from now on
   * @param leaving schools where many pupils leave and that is right
   * @return whether there was such an import that waits for an answer
   */
  public boolean confirm(UUID id, Set<String> accepted, Set<String> leaving) {
    Optional<DirectoryImport> found = find(id).filter(i -> i.state() == ImportState.READY);
    found.ifPresent(
        of -> {
          for (SchoolLine school : reports.schoolsToDecide(of.id(), DirectoryImports::school)) {
            if (school.standing() != Standing.OURS) {
              reports.accept(of.id(), school.uai(), accepted.contains(school.uai()));
            } else if (leaving.contains(school.uai())) {
              reports.confirmLeaving(of.id(), school.uai());
            }
          }
          of.confirm(caller.get().name(), clock.instant());
          intake.handIn(of);
          write("IMPORT_CONFIRMED", of, "{}");
        });
    return found.isPresent();
  }

  /** Says no: nothing of the set goes in. */
  public boolean cancel(UUID id) {
    Optional<DirectoryImport> found = find(id).filter(i -> i.state() == ImportState.READY);
    found.ifPresent(
        of -> {
          of.cancel(clock.instant());
          intake.handIn(of);
          write("IMPORT_CANCELLED", of, "{}");
        });
    return found.isPresent();
  }

  /** Lets work that stopped go on from where it stood. */
  public boolean retry(UUID id) {
    Optional<DirectoryImport> found = find(id).filter(i -> !i.state().over());
    found.ifPresent(intake::handIn);
    return found.isPresent();
  }

  private Optional<DirectoryImport> find(UUID id) {
    if (!runsAuthority()) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "select i from DirectoryImport i where i.publicId = :id and i.authorityId ="
                + " :authority",
            DirectoryImport.class)
        .setParameter("id", id)
        .setParameter("authority", caller.get().authorityId())
        .getResultStream()
        .findFirst();
  }

  private boolean runsAuthority() {
    return caller.get().scope(Role.ADMIN).wholeAuthority();
  }

  private void write(String action, DirectoryImport of, String detail) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action,
            "IMPORT",
            of.id(),
            null,
            detail));
  }

  private static int[] numbers(ResultSet row) throws SQLException {
    int[] numbers = new int[9];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = row.getInt(i + 1);
    }
    return numbers;
  }

  private static SchoolLine school(ResultSet row) throws SQLException {
    return new SchoolLine(
        row.getString(1),
        row.getString(2),
        Standing.valueOf(row.getString(3)),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        row.getBoolean(10),
        row.getBoolean(11),
        row.getBoolean(12));
  }

  private static ProblemLine problem(ResultSet row) throws SQLException {
    return new ProblemLine(
        row.getInt(1),
        ProblemKind.valueOf(row.getString(2)),
        Optional.ofNullable(row.getString(3)),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getString(7));
  }
}
