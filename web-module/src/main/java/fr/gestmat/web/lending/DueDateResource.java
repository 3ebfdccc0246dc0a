package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.boundary.reminder.DueDates;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The form by which a loan manager changes the last day of a loan. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("prets/{id}/date")
@RequestScoped
@Produces(Page.HTML)
public class DueDateResource {

  @Inject private DueDates dueDates;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param card the loan
   * @param version of the loan that it speaks of
   * @param field the date
   * @param errors what to correct
   */
  public record FormPage(DueDates.Card card, int version, Field field, List<FieldError> errors) {}

  /** The form with the date that holds now. */
  @GET
  public Page form(@PathParam("id") UUID id) {
    DueDates.Card card = card(id);
    return page(card, card.version(), card.dueOn().map(LocalDate::toString).orElse(""), List.of());
  }

  /** Changes it, or says why not with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    int version = (int) typed.number("version", -1);
    if (typed.maybe("dueOn").isPresent() && typed.day("dueOn").isEmpty()) {
      return page(card(id), version, typed.text("dueOn"), error("dueDate.unreadable")).status(422);
    }
    Answer<UUID> answer =
        dueDates.change(id, version, typed.day("dueOn")).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("reminder.dueDate.saved"));
      return Response.seeOther(URI.create("/materiels/" + done.value())).build();
    }
    DueDates.Card card = card(id);
    List<FieldError> errors =
        answer instanceof Answer.Refused<UUID> refused
            ? refused.reasons().stream().map(this::error).toList()
            : Sentences.of(view, answer, "dueOn");
    return page(card, card.version(), typed.text("dueOn"), errors).status(422);
  }

  private FieldError error(Refusal reason) {
    Object[] said =
        reason.data().stream()
            .map(one -> one instanceof LocalDate day ? view.format().day(day) : one)
            .toArray();
    return new FieldError("dueOn", view.text("reminder.refused." + reason.code(), said));
  }

  private List<FieldError> error(String code) {
    return List.of(new FieldError("dueOn", view.text("reminder.refused." + code)));
  }

  private Page page(DueDates.Card card, int version, String typed, List<FieldError> errors) {
    return Page.of(
        "lending/due-date.jte",
        new FormPage(
            card,
            version,
            Field.of("date", "dueOn", view.text("reminder.dueDate.field"))
                .hint(view.text("reminder.dueDate.hint"))
                .value(typed)
                .errors(errors),
            errors));
  }

  private DueDates.Card card(UUID id) {
    return dueDates.find(id).orElseThrow(NotFoundException::new);
  }
}
