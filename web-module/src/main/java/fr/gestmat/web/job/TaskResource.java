package fr.gestmat.web.job;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Progress;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * The page of one task: how far it is, and what came of it. It can be left; only who asked for the
 * task sees it.
 */
@Path("taches/{id}")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN", "AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class TaskResource {

  @Inject private BackgroundTasks tasks;
  @Inject private CurrentCaller caller;
  @Inject private View view;

  /**
   * What the page shows.
   *
   * @param task the task
   * @param progress how far it is
   * @param said what came of it, or why it failed; empty while it runs
   * @param left what was left out, each with its reason
   * @param again whether asking again makes sense
   */
  public record TaskPage(
      TaskView task, Progress progress, String said, List<Left> left, boolean again) {}

  /**
   * Something that was left out.
   *
   * @param what what it was
   * @param reason why, as a sentence
   */
  public record Left(String what, String reason) {}

  /** The page of the caller's task. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    TaskView task = find(id);
    JsonObject summary = summary(task);
    String reason = summary.getString("reason", "");
    String said =
        switch (task.state()) {
          case WAITING, RUNNING -> "";
          case DONE ->
              view.text(
                  "job.done." + task.kind(),
                  summary.getInt("rows", 0),
                  summary.getInt("waiting", 0));
          case FAILED -> view.text(reason.isEmpty() ? "job.failed" : "job.failed." + reason);
        };
    return Page.of(
        "job/task.jte",
        new TaskPage(
            task,
            new Progress(view.text("job.kind." + task.kind()), task.done(), task.total()),
            said,
            left(summary),
            reason.isEmpty()));
  }

  private List<Left> left(JsonObject summary) {
    if (!summary.containsKey("left")) {
      return List.of();
    }
    return summary.getJsonArray("left").getValuesAs(JsonObject.class).stream()
        .map(l -> new Left(l.getString("what"), view.text("labels.left." + l.getString("reason"))))
        .toList();
  }

  /** Lets a failed task go on. */
  @POST
  public Response again(@PathParam("id") UUID id) {
    if (!tasks.retry(id, caller.get().accountId())) {
      throw new NotFoundException();
    }
    return Response.seeOther(URI.create("/taches/" + id)).build();
  }

  private TaskView find(UUID id) {
    return caller
        .find()
        .flatMap(who -> tasks.find(id, who.accountId()))
        .orElseThrow(NotFoundException::new);
  }

  private static JsonObject summary(TaskView task) {
    if (task.summary().isEmpty()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = Json.createReader(new StringReader(task.summary().get()))) {
      return reader.readObject();
    }
  }
}
