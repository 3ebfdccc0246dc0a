package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.application.Questionnaire;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Kept;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.FormCheck;
import fr.gestmat.mealaid.control.form.Question;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.control.form.Steps;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The form, one question a page. Whatever is typed is kept, right or wrong, by the script while one
 * types and by the button in any case; only the way on waits for a right answer.
 */
@Path("aide/demandes/{id}")
@RequestScoped
@OpenTo({"GUARDIAN", "AID_OFFICER"})
@Produces(Page.HTML)
public class QuestionsResource {

  private static final int LONGEST = 4_000;

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private Questionnaire questionnaire;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * A page of the form.
   *
   * @param frame around it
   * @param step the page
   * @param child given name of the child it is about; empty for the household
   * @param fields the questions
   * @param errors what to correct
   * @param stale whether what stands here was typed on an older page than what was kept last
   * @param back where one goes back to
   * @param check whether one came from the summary and goes back there
   */
  public record QuestionPage(
      Frame frame,
      Step step,
      String child,
      List<Field> fields,
      List<FieldError> errors,
      boolean stale,
      String back,
      boolean check) {

    /** Address that the form is sent to. */
    public String action() {
      return Addresses.step(frame.id(), step.key());
    }

    /** Address that the script sends to. */
    public String autosave() {
      return Addresses.application(frame.id()) + "/enregistrement/" + step.key();
    }
  }

  /** Goes on where the family stopped (M-D08). */
  @GET
  @Path("questions")
  public Response resume() {
    Optional<Frame> open = questionnaire.open(id);
    return open.map(frame -> to(resumeAt(frame))).orElseGet(this::file);
  }

  private String resumeAt(Frame frame) {
    Steps steps = frame.steps();
    Optional<Step> stopped = frame.stopped().flatMap(steps::find);
    if (stopped.isEmpty()) {
      return frame.sent() ? Addresses.summary(id) : Addresses.step(id, steps.all().get(0).key());
    }
    boolean done = Steps.problems(frame.form(), stopped.get(), frame.answers()).isEmpty();
    Optional<Step> at = done ? steps.after(stopped.get()) : stopped;
    return at.map(step -> Addresses.step(id, step.key())).orElse(Addresses.summary(id));
  }

  /** A page. */
  @GET
  @Path("questions/{step}")
  public Response ask(
      @PathParam("step") String key, @QueryParam("retour") @DefaultValue("") String back) {
    Optional<Frame> open = questionnaire.turn(id);
    if (open.isEmpty()) {
      return file();
    }
    return open.get()
        .steps()
        .find(key)
        .map(
            step -> page(open.get(), step, List.of(), false, !back.isEmpty(), Map.of()).status(200))
        .orElseGet(() -> to(Addresses.application(id) + "/questions"));
  }

  /** Keeps the page and goes on if it is right. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("questions/{step}")
  public Response answer(@PathParam("step") String key, MultivaluedMap<String, String> typed) {
    Map<String, String> values = values(typed);
    String back = values.getOrDefault("retour", "");
    Answer<Kept> kept = save(key, values);
    Optional<Frame> open = questionnaire.turn(id);
    if (kept instanceof Answer.Refused<Kept> || open.isEmpty()) {
      flash.warn(view.text("aid.refusal.sentAlready"));
      return to(Addresses.application(id));
    }
    Frame frame = open.get();
    Optional<Step> step = frame.steps().find(key);
    if (step.isEmpty()) {
      return to(Addresses.application(id) + "/questions");
    }
    if (kept instanceof Answer.Stale<Kept>) {
      return page(frame, step.get(), List.of(), true, !back.isEmpty(), values).status(409);
    }
    List<Refusal> problems = Steps.problems(frame.form(), step.get(), frame.answers());
    if (!problems.isEmpty()) {
      List<FieldError> errors = QuestionFields.errors(view, problems);
      return page(frame, step.get(), errors, false, !back.isEmpty(), Map.of()).status(422);
    }
    return to(next(frame, step.get(), !back.isEmpty()));
  }

  /** From the summary one goes back there, unless an answer opened a question that is empty. */
  private String next(Frame frame, Step step, boolean check) {
    Optional<Step> next =
        check ? frame.steps().firstOpen(frame.form(), frame.answers()) : frame.steps().after(step);
    return next.map(one -> Addresses.step(id, one.key()) + (check ? "?retour=verification" : ""))
        .orElse(Addresses.summary(id));
  }

  /** Keeps what was typed so far, for the script: the next revision, or why not. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("enregistrement/{step}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response autosave(@PathParam("step") String key, MultivaluedMap<String, String> typed) {
    Answer<Kept> kept = save(key, values(typed));
    if (kept instanceof Answer.Done<Kept> done) {
      return Response.ok(
              Json.createObjectBuilder()
                  .add("revision", done.value().revision())
                  .add("said", view.text("aid.saved.at", view.format().time(done.value().at())))
                  .build()
                  .toString())
          .header("Cache-Control", "no-store")
          .build();
    }
    String why = kept instanceof Answer.Stale<Kept> ? "aid.saved.stale" : "aid.refusal.sentAlready";
    return Response.status(409)
        .entity(Json.createObjectBuilder().add("said", view.text(why)).build().toString())
        .header("Cache-Control", "no-store")
        .build();
  }

  private Answer<Kept> save(String key, Map<String, String> values) {
    String known = values.getOrDefault("revision", "");
    int revision = known.matches("\\d{1,9}") ? Integer.parseInt(known) : -1;
    return questionnaire.save(id, key, revision, values).orElseThrow(NotFoundException::new);
  }

  private static Map<String, String> values(MultivaluedMap<String, String> typed) {
    Map<String, String> values = new HashMap<>();
    typed.forEach(
        (name, all) -> {
          String first = all.isEmpty() ? "" : all.get(0);
          values.put(name, first.substring(0, Math.min(first.length(), LONGEST)));
        });
    return values;
  }

  private Page page(
      Frame frame,
      Step step,
      List<FieldError> errors,
      boolean stale,
      boolean check,
      Map<String, String> typed) {
    int at = Math.max(0, step.child() - 1);
    String child = step.child() == 0 ? "" : frame.children().get(at);
    Answers kept = frame.answers().get(at);
    Answers answers = (step.child() == 0 ? kept.asTyped() : kept).with(step.page(), typed);
    List<Question> shown = frame.form().shown(step.page(), answers);
    List<FieldError> wrong =
        stale
            ? QuestionFields.errors(view, FormCheck.page(frame.form(), step.page(), answers))
            : errors;
    return Page.of(
        "mealaid/application/question.jte",
        new QuestionPage(
            frame,
            step,
            child,
            shown.stream()
                .map(
                    question ->
                        named(
                            QuestionFields.field(
                                view, question, answers, child, frame.incomeYear(), wrong)))
                .toList(),
            wrong,
            stale,
            check
                ? Addresses.summary(id)
                : frame
                    .steps()
                    .before(step)
                    .map(before -> Addresses.step(id, before.key()))
                    .orElse("/aide"),
            check));
  }

  /** Who would see everything stands beside the answer that says so (M-H01). */
  private Field named(Field field) {
    List<String> sharers = field.name().equals("living") ? questionnaire.sharers(id) : List.of();
    return sharers.isEmpty()
        ? field
        : field.called(
            "OTHER_PARENT",
            view.text("aidform.q.living.OTHER_PARENT.named", String.join(", ", sharers)));
  }

  private Response file() {
    return to(Addresses.application(id));
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}
