package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.application.OwnPart;
import fr.gestmat.mealaid.boundary.application.OwnPart.Part;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.FormPage;
import fr.gestmat.mealaid.control.form.Question;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a separated parent adds the own part to an application of the other parent. */
@Path("aide/part/{id}")
@RequestScoped
@OpenTo("GUARDIAN")
@Produces(Page.HTML)
public class OwnPartResource {

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private OwnPart own;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param part what is asked and was answered
   * @param fields the questions
   * @param errors what to correct
   */
  public record PartPage(Part part, List<Field> fields, List<FieldError> errors) {}

  /** The questions. */
  @GET
  public Page show() {
    Part part = own.find(id).orElseThrow(NotFoundException::new);
    return page(part, part.answers(), List.of());
  }

  /** Sends the part. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(MultivaluedMap<String, String> typed) {
    Map<String, String> values = new HashMap<>();
    typed.forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.get(0)));
    Answer<Instant> answer = own.send(id, values).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Refused<Instant> refused) {
      Part part = own.find(id).orElseThrow(NotFoundException::new);
      if (!part.open()) {
        flash.warn(AidSentences.sentence(view, refused.reasons().get(0)));
        return Response.seeOther(URI.create("/aide")).build();
      }
      Answers answers = part.answers();
      for (FormPage page : part.form().pages()) {
        answers = answers.with(page, values);
      }
      return page(part, answers, QuestionFields.errors(view, refused.reasons())).status(422);
    }
    flash.done(view.text("aid.part.sent"));
    return Response.seeOther(URI.create("/aide")).build();
  }

  private Page page(Part part, Answers answers, List<FieldError> errors) {
    return Page.of(
        "mealaid/application/part.jte",
        new PartPage(
            part,
            part.form().pages().stream()
                .flatMap(
                    page ->
                        page.questions().stream()
                            .map(question -> field(part, page, question, answers, errors)))
                .toList(),
            errors));
  }

  /** A question with what its page says of it: here all pages are one. */
  private Field field(
      Part part, FormPage page, Question question, Answers answers, List<FieldError> errors) {
    Field field =
        QuestionFields.field(
            view,
            question.when().isEmpty() ? question : question.optional(),
            answers,
            part.child(),
            part.incomeYear(),
            errors);
    String lead = "aidform.page." + page.code() + ".lead";
    boolean first = page.questions().get(0).equals(question);
    return first && field.hint().isEmpty() && view.knows(lead)
        ? field.hint(
            view.text(
                lead,
                part.child(),
                Integer.toString(part.incomeYear()),
                Integer.toString(part.incomeYear() + 1)))
        : field;
  }
}
