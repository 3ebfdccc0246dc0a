package fr.gestmat.lending.control.paper;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.OwnerRights;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** Writes the sheets of all classes of a school. A server that dies begins again. */
@ApplicationScoped
public class ClassSheetWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "CLASS_SHEETS";

  @Inject private OwnerRights rights;
  @Inject private ReadModel database;
  @Inject private ClassSheets sheets;
  @Inject private FileStore files;
  @Inject private Journal journal;
  @Inject private ClassSheetWork inTransaction;

  private record Asked(long id, String name) {}

  /** The parameters of the task of a school. */
  public static String parameters(long schoolId) {
    return Json.createObjectBuilder().add("school", schoolId).build().toString();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) throws IOException, TaskFailedException {
    long school;
    try (JsonReader reader = Json.createReader(new StringReader(run.parameters()))) {
      school = reader.readObject().getJsonNumber("school").longValue();
    }
    Caller who =
        rights
            .now(run.ownerAccountId())
            .filter(c -> c.scope(Role.LOAN_AGENT, Role.LOAN_MANAGER).covers(school))
            .orElseThrow(() -> new TaskFailedException("{\"reason\":\"noRight\"}"));
    run.progress(0, 0);
    Asked asked =
        database
            .first(
                new SqlText()
                    .add("select id, name from school where id = ?", school)
                    .add("and authority_id = ?", who.authorityId()),
                row -> new Asked(row.number("id"), row.text("name")))
            .orElseThrow(() -> new TaskFailedException("{\"reason\":\"noRight\"}"));
    Path file = files.newFile();
    try {
      int pupils = sheets.ofSchool(asked.id(), asked.name(), file);
      UUID kept = inTransaction.keep(who, asked.id(), file, pupils);
      return new TaskResult(
          Json.createObjectBuilder().add("rows", pupils).build().toString(), kept);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Keeps the file and writes the journal. */
  @InTransaction
  public UUID keep(Caller who, long schoolId, Path file, int pupils) throws IOException {
    UUID kept =
        files
            .keep(
                new FileOwner(who.authorityId(), Set.of(schoolId), who.accountId()),
                new FileLabel(FilePurpose.CLASS_SHEETS, "Classes.pdf", "application/pdf"),
                file)
            .publicId();
    printed(journal, who, schoolId, pupils);
    return kept;
  }

  /** Notes that somebody printed the codes of pupils. */
  public static void printed(Journal journal, Caller who, long schoolId, int pupils) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            schoolId,
            who.accountId(),
            who.name(),
            LendingAction.CLASS_SHEETS_PRINTED.name(),
            "SCHOOL",
            schoolId,
            null,
            Json.createObjectBuilder().add("pupils", pupils).build().toString()));
  }
}
