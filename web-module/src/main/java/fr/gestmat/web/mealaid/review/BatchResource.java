package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.decision.BulkDecisions;
import fr.gestmat.mealaid.boundary.decision.BulkDecisions.View;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.control.decision.BatchRows.Action;
import fr.gestmat.mealaid.control.decision.BatchRows.State;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Many applications in one go: begun from the work list, followed here. */
@Path("dossiers/lots")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class BatchResource {

  private static final String HERE = "/dossiers/lots";

  /** Families are told of these. */
  private static final Set<Action> DECIDING = Set.of(Action.GRANT, Action.REFUSE, Action.CLOSE);

  /** How many applications somebody agreed to. */
  private static final String CONFIRMED = "nombre";

  @Inject private BulkDecisions bulk;
  @Inject private Reviews reviews;
  @Inject private fr.gestmat.web.view.View view;
  @Inject private Flash flash;
  @Inject private Said said;
  @Inject private WorkListPages pages;

  /** The batches. */
  @GET
  public Page list() {
    return Page.of("mealaid/review/batches.jte", bulk.all());
  }

  /** Begins one. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    Action action = sent.one("action", Action.class).orElseThrow(NotFoundException::new);
    Optional<UUID> campaign = sent.id("campagne");
    boolean whole = sent.text("portee").equals("liste");
    if (whole && DECIDING.contains(action)) {
      Answer<Integer> many =
          bulk.count(campaign, Filters.read(sent), action, sent.text("reason"))
              .orElseThrow(NotFoundException::new);
      if (!(many instanceof Answer.Done<Integer> counted)) {
        return refused(sent, many);
      }
      if (sent.number(CONFIRMED) != counted.value()) {
        return Page.of("view/confirm.jte", confirmation(sent, action, counted.value())).status(200);
      }
    }
    Answer<UUID> answer =
        (whole
                ? bulk.begin(campaign, Filters.read(sent), action, sent.text("reason"))
                : bulk.begin(campaign, sent.ids("dossier"), action, sent.text("reason")))
            .orElseThrow(NotFoundException::new);
    return answer instanceof Answer.Done<UUID> done ? to(done.value()) : refused(sent, answer);
  }

  private Response refused(Sent sent, Answer<?> answer) {
    return Page.of(
            "mealaid/review/list.jte",
            pages.page(sent, WorkListPages.Typed.of(sent, said.errors(answer))))
        .status(422);
  }

  /** Asks before families are told; again if the list has grown or shrunk meanwhile. */
  private Confirmation confirmation(Sent sent, Action action, int many) {
    String what = view.text("batch.action." + action);
    String reason = sent.text("reason");
    Map<String, String> parameters = Filters.parameters(sent);
    Map<String, String> fields = new LinkedHashMap<>(parameters);
    fields.put("portee", "liste");
    fields.put("action", action.name());
    fields.put("reason", reason);
    fields.put(CONFIRMED, String.valueOf(many));
    String filter = pages.page(sent, WorkListPages.Typed.NONE).said(view);
    return new Confirmation(
        view.text("batch.confirm.title", what, many),
        view.text("batch.confirm.text", many, filter)
            + (reason.isEmpty() ? "" : " " + view.text("batch.confirm.reason", reason)),
        HERE,
        fields,
        view.text("batch.confirm.go", what, many),
        Filters.address(WorkListPages.HERE, parameters, "apres", ""));
  }

  /** Gives chosen applications to an officer. */
  @POST
  @Path("attribuer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assign(MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    BulkAssignment done = BulkAssignment.of(reviews, sent.ids("dossier"), sent.id("officer"));
    if (done.given() == 0) {
      flash.refuse(view.text("review.refused.nothingChosen"));
    } else if (done.left() > 0) {
      flash.warn(view.text("review.assigned.some", done.given(), done.left()));
    } else {
      flash.done(view.text("review.assigned.all", done.given()));
    }
    return back(sent);
  }

  /** One of them. */
  @GET
  @Path("{batch}")
  public Page show(@PathParam("batch") UUID batch) {
    View found = bulk.find(batch).orElseThrow(NotFoundException::new);
    return Page.of("mealaid/review/batch.jte", found);
  }

  /** Stops it between two applications. */
  @POST
  @Path("{batch}/arreter")
  public Response stop(@PathParam("batch") UUID batch) {
    if (bulk.stop(batch)) {
      flash.done(view.text("batch.stopped"));
    } else if (bulk.find(batch).isEmpty()) {
      throw new NotFoundException();
    } else {
      flash.warn(view.text("batch.overAlready"));
    }
    return to(batch);
  }

  /** Tries again what failed, or goes on. */
  @POST
  @Path("{batch}/reprendre")
  public Response goOn(@PathParam("batch") UUID batch) {
    if (bulk.goOn(batch)) {
      flash.done(view.text("batch.goesOn"));
      return to(batch);
    }
    View found = bulk.find(batch).orElseThrow(NotFoundException::new);
    boolean runs = found.batch().state() == State.RUNNING;
    flash.warn(view.text(runs ? "batch.runs" : "batch.nothingLeft"));
    return to(batch);
  }

  private static Response to(UUID batch) {
    return Response.seeOther(URI.create(HERE + "/" + batch)).build();
  }

  private static Response back(Sent sent) {
    return Response.seeOther(
            URI.create(Filters.address("/dossiers", Filters.parameters(sent), "apres", "")))
        .build();
  }
}
