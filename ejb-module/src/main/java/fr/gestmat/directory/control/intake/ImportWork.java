package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.entity.DirectoryImport;
import fr.gestmat.directory.entity.ImportState;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Does what an import waits for: reads and compares a set that was received, applies one that was
 * confirmed. Done again after a crash it goes on from the last step that was committed.
 */
@ApplicationScoped
public class ImportWork implements BackgroundWork {

  /** Kind of the tasks; their parameter is the import's public id. */
  public static final String KIND = "directory-import";

  private static final Logger LOG = System.getLogger(ImportWork.class.getName());

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private ImportSteps steps;
  @Inject private FileStore files;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) throws SQLException, IOException, TaskFailedException {
    DirectoryImport found =
        steps
            .find(UUID.fromString(run.parameters()))
            .orElseThrow(() -> new TaskFailedException("{}"));
    ImportSet set =
        new ImportSet(found.id(), found.authorityId(), found.source(), found.wholeSet());
    if (found.state() == ImportState.RECEIVED) {
      read(run, found, set);
    } else if (found.state() == ImportState.APPLYING) {
      apply(run, found, set);
    } else if (found.state() == ImportState.CANCELLED) {
      clear(set);
    }
    return TaskResult.NOTHING;
  }

  private void read(TaskRun run, DirectoryImport of, ImportSet set)
      throws SQLException, IOException {
    List<ImportFiles.Part> parts = new ArrayList<>();
    for (ImportSteps.KeptFile file : steps.files(set.importId())) {
      Optional<StoredFile> stored = files.find(file.id(), of.accountId());
      parts.add(file.at(stored.isPresent() ? files.content(stored.get()) : Path.of("expired")));
    }
    ImportFiles all = new ImportFiles(parts);
    LOG.log(
        Level.INFO,
        "import {0}: reading {1} files, {2} bytes",
        of.publicId(),
        parts.size(),
        all.total());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        stageAndCompare(run, of, set, all, connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void stageAndCompare(
      TaskRun run, DirectoryImport of, ImportSet set, ImportFiles all, Connection connection)
      throws SQLException, IOException {
    try (SetStage stage =
        new SetStage(connection, set, () -> run.progress(all.done(), all.total()))) {
      all.readInto(set.source(), stage);
      SetCounts counts = stage.finish();
      if (stage.isRefused()) {
        StagedRows.clear(connection, set.importId(), false);
        steps.refused(set.importId());
        LOG.log(Level.INFO, "import {0}: refused", of.publicId());
        return;
      }
      SetComparison comparison = new SetComparison(connection, set);
      comparison.run(counts);
      connection.commit();
      steps.ready(
          set.importId(), counts, comparison.guardians("NEW"), comparison.guardians("CHANGED"));
      LOG.log(Level.INFO, "import {0}: ready, {1}", of.publicId(), counts);
    }
  }

  private void apply(TaskRun run, DirectoryImport of, ImportSet set) throws SQLException {
    List<String> schools = steps.schoolsToApply(set.importId());
    LOG.log(Level.INFO, "import {0}: applying {1} schools", of.publicId(), schools.size());
    long total = schools.size() + 1L;
    steps.schoolsAndGrades(set);
    for (Optional<String> after = Optional.of(""); after.isPresent(); ) {
      after = steps.guardians(set, after.get());
      run.progress(0, total);
    }
    long done = 0;
    for (String uai : schools) {
      steps.school(set, of, uai);
      run.progress(++done, total);
      LOG.log(Level.DEBUG, "import {0}: school {1} is in", of.publicId(), uai);
    }
    steps.finish(set);
    LOG.log(Level.INFO, "import {0}: done", of.publicId());
    clear(set);
  }

  /** The set itself is personal data of people who may be none of ours: it does not stay. */
  private void clear(ImportSet set) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        StagedRows.clear(connection, set.importId(), false);
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
