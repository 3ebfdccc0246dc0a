package fr.gestmat.lending.control.label;

import fr.gestmat.access.Caller;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.lending.control.OwnerRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;

/** Prints labels that nobody should wait for. A server that dies begins again from the start. */
@ApplicationScoped
public class LabelWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "LABELS";

  @Inject private OwnerRights rights;
  @Inject private LabelWriter writer;

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
    run.progress(0, 0);
    LabelsMade made = writer.write(who, LabelOrder.read(run.parameters()));
    JsonArrayBuilder left = Json.createArrayBuilder();
    made.left()
        .forEach(
            l ->
                left.add(
                    Json.createObjectBuilder()
                        .add("what", l.tag())
                        .add("reason", l.reason().name())));
    return new TaskResult(
        Json.createObjectBuilder().add("rows", made.printed()).add("left", left).build().toString(),
        made.file().orElse(null));
  }
}
