package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.application.Questionnaire;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Files;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Summary;
import fr.gestmat.mealaid.boundary.application.Sending;
import fr.gestmat.mealaid.boundary.application.Sending.Sent;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.control.taxnotice.NoticeComparison.Difference;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The look over everything, and the sending. */
@Path("aide/demandes/{id}/verification")
@RequestScoped
@OpenTo({"GUARDIAN", "AID_OFFICER"})
@Produces(Page.HTML)
public class SendingResource {

  /** The field of the declaration. */
  static final String DECLARED = "certifie";

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private Questionnaire questionnaire;
  @Inject private Sending sending;
  @Inject private FamilyDocuments documents;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Clock clock;

  /**
   * The page.
   *
   * @param summary what was answered and what is missing
   * @param differences where a tax notice says something else than was typed, by application
   * @param errors why it could not be sent
   */
  public record SummaryPage(
      Summary summary, Map<UUID, List<Difference>> differences, List<FieldError> errors) {}

  /** Everything that was answered. */
  @GET
  public Response look() {
    return questionnaire
        .summary(id)
        .map(summary -> page(summary, List.of()).status(200))
        .orElseGet(() -> to(Addresses.application(id)));
  }

  /** Sends it. Sending twice says that it is sent already (M-D06). */
  @POST
  public Response send(@FormParam(DECLARED) @DefaultValue("false") boolean declared) {
    // Before anything is waited for: the deadline is decided on it.
    Instant arrived = clock.instant();
    Optional<Summary> undeclared = declared ? Optional.empty() : questionnaire.summary(id);
    if (undeclared.isPresent()) {
      List<FieldError> must = List.of(new FieldError(DECLARED, view.text("aid.declare.must")));
      return page(undeclared.get(), must).status(422);
    }
    Answer<Sent> answer =
        sending.send(id, arrived, view.language()).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Sent> done) {
      say(done.value());
      boolean one = done.value().lines().size() == 1;
      return to(
          one || view.visitor().hasAny(Set.of("AID_OFFICER"))
              ? Addresses.application(id)
              : "/aide");
    }
    return questionnaire
        .summary(id)
        .map(
            fresh -> {
              List<FieldError> errors = new ArrayList<>(AidSentences.errors(view, answer, "envoi"));
              return page(fresh, errors).status(422);
            })
        .orElseGet(
            () -> {
              flash.refuse(AidSentences.errors(view, answer, "envoi").get(0).message());
              return to("/aide");
            });
  }

  private void say(Sent sent) {
    String numbers =
        String.join(
            ", ",
            sent.lines().stream()
                .map(line -> view.text("aid.sent.line", line.child(), Long.toString(line.number())))
                .toList());
    if (sent.already()) {
      flash.warn(view.text("aid.sent.already", numbers));
    } else {
      flash.done(view.text("aid.sent.done", numbers));
    }
  }

  private Page page(Summary summary, List<FieldError> errors) {
    Map<UUID, List<Difference>> differences = new HashMap<>();
    if (!summary.frame().agent()) {
      summary.files().forEach(files -> differences.put(files.application(), differing(files)));
    }
    return Page.of(
        "mealaid/application/summary.jte", new SummaryPage(summary, differences, errors));
  }

  /** What is told before sending; it refuses nothing (M-M16). */
  private List<Difference> differing(Files files) {
    return documents
        .notices(files.application(), files.income(), files.shares())
        .map(
            all ->
                all.documents().stream()
                    .flatMap(notice -> notice.differences().stream())
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}
