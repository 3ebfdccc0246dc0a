package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.OwnerRights;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.agreement.PaperFiling.Stack;
import fr.gestmat.reports.agreement.ScannedPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a scanned stack apart and files its pages one by one. A server that dies begins again;
 * pages that were taken are not taken twice.
 */
@ApplicationScoped
public class PaperWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "SIGNED_PAGES";

  /**
   * Its pages are kept one by one, encrypted; the stack stays in case this work has to begin again.
   */
  private static final Duration ONCE_READ = Duration.ofDays(1);

  @Inject private OwnerRights rights;
  @Inject private FileStore files;
  @Inject private PaperFiling filing;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) throws IOException, TaskFailedException {
    Caller who =
        rights
            .now(run.ownerAccountId())
            .orElseThrow(() -> new TaskFailedException("{\"reason\":\"noRight\"}"));
    JsonObject wanted = parameters(run.parameters());
    StoredFile sent =
        files
            .find(UUID.fromString(wanted.getString("file")), run.ownerAccountId())
            .orElseThrow(() -> unreadable());
    Path content = files.content(sent);
    ScannedPages.Kind kind = ScannedPages.Kind.of(content).orElseThrow(() -> unreadable());
    Stack stack =
        new Stack(
            run.publicId(), wanted.getJsonNumber("school").longValue(), sent.fileName(), kind);
    int[] counts = {0, 0};
    try {
      ScannedPages.<IOException>read(
          content,
          kind,
          text -> code(text).isPresent(),
          (page, writer) -> {
            boolean filed =
                filing.isTaken(stack, page.number())
                    || filing
                        .file(who, stack, page, page.code().flatMap(PaperWork::code), writer)
                        .isEmpty();
            counts[filed ? 0 : 1]++;
            run.progress(page.number(), page.total());
          });
    } catch (ScannedPages.UnreadableException e) {
      throw unreadable();
    }
    files.shorten(sent, ONCE_READ);
    return new TaskResult(
        Json.createObjectBuilder()
            .add("rows", counts[0])
            .add("waiting", counts[1])
            .build()
            .toString(),
        null);
  }

  private static Optional<AgreementCode> code(String text) {
    return AgreementCode.read(ScannedCode.normalForm(text));
  }

  private static TaskFailedException unreadable() {
    return new TaskFailedException("{\"reason\":\"paperUnreadable\"}");
  }

  private static JsonObject parameters(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
