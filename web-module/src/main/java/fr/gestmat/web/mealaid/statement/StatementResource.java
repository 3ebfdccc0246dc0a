package fr.gestmat.web.mealaid.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.statement.StatementClosing;
import fr.gestmat.mealaid.boundary.statement.Statements;
import fr.gestmat.mealaid.boundary.statement.Statements.Card;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.StatementState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.TimelineEntry;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One statement: its lines, and what can be done with it. */
@Path("etats/{id}")
@RequestScoped
@OpenTo({"AID_MANAGER", "BURSAR"})
@Produces(Page.HTML)
public class StatementResource {

  @Inject private Statements statements;
  @Inject private StatementClosing closing;
  @Inject private StatementSentences sentences;
  @Inject private View view;

  /**
   * The page.
   *
   * @param card the statement with its lines
   * @param story what was done with it, the latest first
   */
  public record StatementPage(Card card, List<TimelineEntry> story) {

    /** The statement. */
    public AidStatement statement() {
      return card.statement();
    }

    /** Whether it can still be moved on. */
    public boolean isOpen() {
      return statement().state() != StatementState.FINAL && statement().supersededAt() == null;
    }
  }

  /** The page of a statement. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    Card card = find(id);
    return Page.of("mealaid/statement/statement.jte", new StatementPage(card, story(card)));
  }

  /** The school found it right. */
  @POST
  @Path("controle")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(
      @PathParam("id") UUID id, @FormParam("version") @DefaultValue("-1") int version) {
    say(closing.check(id, version), "statement.checked");
    return back(id);
  }

  /** Asks before it becomes final. */
  @GET
  @Path("arret")
  @OpenTo("AID_MANAGER")
  public Page ask(@PathParam("id") UUID id) {
    AidStatement statement = find(id).statement();
    if (statement.state() != StatementState.CHECKED || statement.supersededAt() != null) {
      throw new NotFoundException();
    }
    String here = StatementAddress.HERE + "/" + id;
    String errors =
        statement.errorCount() == 0
            ? ""
            : " " + view.text("statement.close.errors", statement.errorCount());
    return Page.of(
        "view/confirm.jte",
        new Confirmation(
            view.text("statement.close.title", statement.schoolName()),
            view.text(
                    "statement.close.text",
                    view.format().amount(statement.total()),
                    statement.pupilCount())
                + errors,
            here + "/arret",
            Map.of("version", Integer.toString(statement.version())),
            view.text("statement.close.go"),
            here));
  }

  /** Makes it final. */
  @POST
  @Path("arret")
  @OpenTo("AID_MANAGER")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(
      @PathParam("id") UUID id, @FormParam("version") @DefaultValue("-1") int version) {
    say(closing.close(id, version), "statement.closed");
    return back(id);
  }

  /** Computes a line in error again. */
  @POST
  @Path("lignes/{line}/reprise")
  @OpenTo("AID_MANAGER")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response replay(
      @PathParam("id") UUID id,
      @PathParam("line") UUID line,
      @FormParam("version") @DefaultValue("-1") int version) {
    say(closing.replay(id, line, version), "statement.replayed");
    return back(id);
  }

  private Card find(UUID id) {
    return statements.find(id).orElseThrow(NotFoundException::new);
  }

  private <T> void say(Optional<Answer<T>> answer, String done) {
    sentences.say(answer.orElseThrow(NotFoundException::new), done);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create(StatementAddress.HERE + "/" + id)).build();
  }

  private List<TimelineEntry> story(Card card) {
    AidStatement statement = card.statement();
    List<TimelineEntry> story = new ArrayList<>();
    if (statement.finalAt() != null) {
      story.add(
          new TimelineEntry(
              statement.finalAt(),
              Tone.OK,
              view.text(
                  "statement.story.closed", Optional.ofNullable(statement.finalBy()).orElse("")),
              ""));
    }
    if (statement.checkedAt() != null) {
      story.add(
          new TimelineEntry(
              statement.checkedAt(),
              Tone.NEUTRAL,
              view.text(
                  "statement.story.checked", Optional.ofNullable(statement.checkedBy()).orElse("")),
              ""));
    }
    story.add(
        new TimelineEntry(
            statement.computedAt(),
            Tone.WAITING,
            view.text("statement.story.computed", statement.computedBy()),
            ""));
    return story;
  }
}
