package fr.gestmat.web.job;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.JobHistory;
import fr.gestmat.job.boundary.JobStarts;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.job.entity.RunState;
import fr.gestmat.job.entity.TaskState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the service did by itself and for people lately: an administrator sees what failed. */
@Path("administration/travaux")
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class WorksResource {

  private static final int LATEST = 50;

  @Inject private JobHistory jobs;
  @Inject private BackgroundTasks tasks;
  @Inject private JobStarts starts;
  @Inject private CurrentCaller caller;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param tasks what people asked for, the latest first
   * @param planned the jobs that come back by themselves, and can be started by hand
   * @param runs what the service did at its hours, the latest first
   */
  public record WorksPage(List<TaskView> tasks, List<Planned> planned, List<JobHistory.Run> runs) {}

  /**
   * A job that comes back by itself.
   *
   * @param name its stable name
   * @param last when and how it last ended, whether it had anything to do or not
   */
  public record Planned(String name, Optional<JobHistory.LastEnd> last) {}

  /** The latest tasks of the authority, and the latest runs of the installation's jobs. */
  @GET
  public Page latest() {
    Map<String, JobHistory.LastEnd> ends = jobs.lastEnds();
    List<Planned> planned =
        starts.names().stream()
            .map(name -> new Planned(name, Optional.ofNullable(ends.get(name))))
            .toList();
    return Page.of(
        "job/works.jte",
        new WorksPage(
            tasks.latest(caller.get().authorityId(), LATEST), planned, jobs.latest(LATEST)));
  }

  /** Starts a job before its hour. */
  @POST
  @Path("{job}")
  public Response start(@PathParam("job") String job) {
    if (!starts.start(job)) {
      throw new NotFoundException();
    }
    flash.done(view.text("job.works.started"));
    return Response.seeOther(URI.create("/administration/travaux")).build();
  }

  /** How a task stands, as a tone. */
  public static Tone tone(TaskState state) {
    return switch (state) {
      case WAITING, RUNNING -> Tone.WAITING;
      case DONE -> Tone.OK;
      case FAILED -> Tone.REFUSED;
    };
  }

  /** How a run went, as a tone. */
  public static Tone tone(RunState state) {
    return switch (state) {
      case RUNNING -> Tone.WAITING;
      case DONE -> Tone.OK;
      case FAILED -> Tone.REFUSED;
    };
  }

  /** What a run did, in words. */
  public static String said(View view, JobReport report) {
    return report.counts().stream()
        .map(count -> said(view, count))
        .collect(Collectors.joining(", "));
  }

  private static String said(View view, JobReport.Count count) {
    String key = "job.did." + count.what();
    return view.knows(key) ? view.text(key, count.number()) : count.what() + " " + count.number();
  }

  /** The name of a job, or its code if it has none yet. */
  public static String name(View view, String job) {
    String key = "job.name." + job;
    return view.knows(key) ? view.text(key) : job;
  }
}
