package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.incident.OwnDeclaration;
import fr.gestmat.lending.boundary.incident.OwnDeclaration.Draft;
import fr.gestmat.lending.control.incident.IncidentFiles.Kind;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.web.security.OpenTo;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family declares a breakage, a loss or a theft: one question a page. Each answer is kept as soon
 * as it is sent, so that leaving, going back and coming again lose nothing.
 */
@OpenTo({"PUPIL", "GUARDIAN"})
@Path("famille/materiels/{loan}/sinistre")
@RequestScoped
@Produces(Page.HTML)
public class OwnDeclarationResource {

  @Inject private OwnDeclaration declaration;
  @Inject private View view;
  @Inject private Flash flash;

  /** The first question. */
  @GET
  public Response begin(@PathParam("loan") UUID loan) {
    find(loan);
    return to(loan, DeclarationStep.KIND);
  }

  /** A question, as it was answered before. */
  @GET
  @Path("{step}")
  public Page ask(
      @PathParam("loan") UUID loan,
      @PathParam("step") String path,
      @QueryParam("depuis") @Nullable String from) {
    return page(find(loan), step(path), SUMMARY.equals(from), List.of());
  }

  /** Keeps an answer and goes on, or back; sends all of it from the summary. */
  @POST
  @Path("{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("loan") UUID loan,
      @PathParam("step") String path,
      MultivaluedMap<String, String> values) {
    DeclarationStep step = step(path);
    Typed typed = new Typed(values);
    return step == DeclarationStep.SUMMARY && !isBack(typed)
        ? send(loan)
        : answered(loan, step, typed, List.of());
  }

  /** The same for questions that take files. */
  @POST
  @Path("{step}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response answer(
      @PathParam("loan") UUID loan, @PathParam("step") String path, List<EntityPart> sent)
      throws IOException {
    DeclarationStep step = step(path);
    Parts parts = new Parts(sent);
    Typed typed = parts.texts();
    Optional<UUID> removed = typed.id("retirer");
    if (removed.isPresent()) {
      declaration.removeFile(loan, removed.get());
    }
    List<FieldError> errors = List.of();
    Optional<EntityPart> file = parts.file("file");
    if (file.isPresent()) {
      try (InputStream content = file.get().getContent()) {
        Kind kind = step == DeclarationStep.REPORT ? Kind.POLICE_REPORT : Kind.PHOTO;
        Answer<UUID> answer =
            declaration.addFile(loan, kind, content).orElseThrow(NotFoundException::new);
        errors = Sentences.of(view, "incident", answer, "file");
      }
    }
    return answered(loan, step, typed, errors);
  }

  private Response answered(
      UUID loan, DeclarationStep step, Typed typed, List<FieldError> wrongFile) {
    Map<String, String> answers = new HashMap<>();
    step.questions().forEach(question -> answers.put(question, typed.text(question)));
    if (!declaration.keep(loan, answers)) {
      throw new NotFoundException();
    }
    Draft draft = find(loan);
    Typed whole = typed(draft.answers());
    Optional<IncidentKind> kind = whole.one("kind", IncidentKind.class);
    boolean fromSummary = typed.text("depuis").equals(SUMMARY);
    if (isBack(typed)) {
      return to(loan, step.before(kind).orElse(step));
    }
    List<FieldError> errors = wrongFile.isEmpty() ? wrong(whole, step) : wrongFile;
    if (!errors.isEmpty()) {
      return page(draft, step, fromSummary, errors).status(422);
    }
    if (typed.text("vers").equals("encore") || typed.id("retirer").isPresent()) {
      return to(loan, step);
    }
    boolean asksMore = step == DeclarationStep.KIND && kind.equals(Optional.of(IncidentKind.THEFT));
    return to(
        loan,
        !fromSummary
            ? step.next(kind)
            : asksMore ? DeclarationStep.REPORT : DeclarationStep.SUMMARY);
  }

  private Response send(UUID loan) {
    Answer<UUID> answer =
        declaration
            .send(loan, answers -> IncidentFields.read(typed(answers)))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("incident.own.declared"));
      return Response.seeOther(URI.create("/famille/sinistres/" + done.value())).build();
    }
    return page(
            find(loan),
            DeclarationStep.SUMMARY,
            false,
            Sentences.of(view, "incident", answer, "kind"))
        .status(422);
  }

  private List<FieldError> wrong(Typed whole, DeclarationStep step) {
    return Sentences.of(
        view,
        "incident",
        declaration.refusals(IncidentFields.read(whole)).stream()
            .filter(refusal -> step.questions().contains(refusal.field()))
            .toList());
  }

  private Page page(
      Draft draft, DeclarationStep step, boolean fromSummary, List<FieldError> errors) {
    return Page.of(
        "lending/own-incident.jte",
        DeclarationPage.of(view, draft, typed(draft.answers()), step, fromSummary, errors));
  }

  private Draft find(UUID loan) {
    return declaration.find(loan).orElseThrow(NotFoundException::new);
  }

  private static final String SUMMARY = DeclarationStep.SUMMARY.path();

  private static boolean isBack(Typed typed) {
    return typed.text("vers").equals("retour");
  }

  private static DeclarationStep step(String path) {
    return DeclarationStep.at(path).orElseThrow(NotFoundException::new);
  }

  private static Typed typed(Map<String, String> answers) {
    return new Typed(new MultivaluedHashMap<>(answers));
  }

  private static Response to(UUID loan, DeclarationStep step) {
    return Response.seeOther(URI.create("/famille/materiels/" + loan + "/sinistre/" + step.path()))
        .build();
  }
}
