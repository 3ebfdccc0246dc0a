package fr.gestmat.mealaid.control.renewal;

import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;

/**
 * Tells last year's families of a campaign, some at a time. Each unit commits by itself and says on
 * each family's application that it was told: a server that dies, and who asks twice, tell nobody
 * twice.
 */
@ApplicationScoped
public class RenewalWork implements BackgroundWork {

  /** Kind of its tasks. */
  public static final String KIND = "aid-renewal";

  /** Families of a transaction. */
  static final int UNIT = 100;

  @Inject private RenewalMails mails;

  /** Parameters of the task of a campaign. */
  public static String parameters(long campaign) {
    return Json.createObjectBuilder().add("campaign", campaign).build().toString();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) {
    long campaign;
    try (var reader = Json.createReader(new StringReader(run.parameters()))) {
      campaign = reader.readObject().getJsonNumber("campaign").longValue();
    }
    long total = mails.waiting(run.authorityId(), campaign);
    long done = 0;
    long told = 0;
    List<String> unit = mails.unit(run.authorityId(), campaign, "", UNIT);
    while (!unit.isEmpty()) {
      told += mails.tell(run.authorityId(), campaign, unit, run.ownerName());
      done += unit.size();
      run.progress(done, Math.max(done, total));
      unit = mails.unit(run.authorityId(), campaign, unit.get(unit.size() - 1), UNIT);
    }
    return new TaskResult(Json.createObjectBuilder().add("rows", told).build().toString(), null);
  }
}
