package fr.gestmat.lending.control.agreement;

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

/**
 * Prints agreements that nobody should wait for. A server that dies begins again from the start.
 */
@ApplicationScoped
public class AgreementWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "AGREEMENTS";

  @Inject private OwnerRights rights;
  @Inject private AgreementWriter writer;

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
    AgreementOrder order = AgreementOrder.read(run.parameters());
    long total = writer.count(who, order);
    run.progress(0, total);
    AgreementWriter.Made made = writer.write(who, order, done -> run.progress(done, total));
    return new TaskResult(
        Json.createObjectBuilder().add("rows", made.printed()).build().toString(),
        made.file().orElse(null));
  }
}
