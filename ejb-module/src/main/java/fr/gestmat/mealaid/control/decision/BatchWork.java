package fr.gestmat.mealaid.control.decision;

import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.LeaseLostException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.mealaid.control.decision.BatchRows.Batch;
import fr.gestmat.mealaid.control.decision.BatchRows.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Does batches, in units between which one may be stopped (M-B09). Each application commits by
 * itself: a server that dies leaves the others waiting, and none is done twice.
 */
@ApplicationScoped
public class BatchWork implements BackgroundWork {

  /** Kind of its tasks. */
  public static final String KIND = "aid-batch";

  /** Applications of a unit. */
  static final int UNIT = 500;

  private static final Logger LOG = System.getLogger(BatchWork.class.getName());

  @Inject private BatchRows batches;
  @Inject private BatchStep step;

  /** Parameters of the task of a batch. */
  public static String parameters(UUID batch) {
    return Json.createObjectBuilder().add("batch", batch.toString()).build().toString();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) {
    UUID id;
    try (var reader = Json.createReader(new StringReader(run.parameters()))) {
      id = UUID.fromString(reader.readObject().getString("batch"));
    }
    Optional<Batch> batch = batches.find(run.authorityId(), id);
    batch.ifPresent(one -> work(one, run));
    return TaskResult.NOTHING;
  }

  private void work(Batch batch, TaskRun run) {
    long done = batch.total() - batch.waiting();
    while (true) {
      List<Item> unit = batches.unit(batch.key(), UNIT);
      if (unit.isEmpty()) {
        batches.finish(batch.key());
        return;
      }
      for (Item item : unit) {
        one(batch, item);
        run.progress(++done, batch.total());
      }
    }
  }

  private void one(Batch batch, Item item) {
    try {
      step.work(batch, item);
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "application " + item.id() + " of batch " + batch.id(), e);
      step.failed(batch, item, "failure");
    }
  }
}
