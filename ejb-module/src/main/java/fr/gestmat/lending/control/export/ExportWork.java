package fr.gestmat.lending.control.export;

import fr.gestmat.access.Caller;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.lending.control.OwnerRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;

/** Writes exports that nobody should wait for. A server that dies begins again from the start. */
@ApplicationScoped
public class ExportWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "STOCK_EXPORT";

  @Inject private OwnerRights rights;
  @Inject private ExportWriter writer;

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
    ExportOrder order = OrderJson.read(run.parameters());
    long total = writer.count(who, order);
    run.progress(0, total);
    ExportWriter.Made made = writer.write(who, order, rows -> run.progress(rows, total));
    return new TaskResult(
        Json.createObjectBuilder().add("rows", made.rows()).build().toString(), made.file());
  }
}
