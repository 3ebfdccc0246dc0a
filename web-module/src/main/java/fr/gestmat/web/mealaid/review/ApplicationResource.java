package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.decision.Decisions;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.review.LegalClock.Kind;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.web.security.OpenTo;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** An application before an officer, and what they do with it. */
@Path("dossiers/{id}")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ApplicationResource {

  @Inject private Reviews reviews;
  @Inject private Decisions decisions;
  @Inject private ApplicationPages pages;

  /**
   * The application.
   *
   * @param asked codes of what the form that asks the family begins with
   */
  @GET
  @Consumes(MediaType.WILDCARD)
  public Page show(@PathParam("id") UUID id, @QueryParam("demander") List<String> asked) {
    return pages.show(id, asked);
  }

  /** Says that the page is open, for colleagues. */
  @POST
  @Path("presence")
  public Response look(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    if (new Sent(values).yes("parti")) {
      reviews.leave(id);
    } else if (!reviews.look(id)) {
      throw new NotFoundException();
    }
    return Response.noContent().build();
  }

  /** Begins the review. */
  @POST
  @Path("prendre")
  public Response take(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return told(id, values, sent -> reviews.take(id, sent.number("version")), "review.done.taken");
  }

  /** Takes a decision. */
  @POST
  @Path("decision")
  public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    DecisionOrder order = order(new Sent(values));
    return answer(
        id,
        values,
        sent -> decisions.decide(id, sent.number("version"), order),
        "review.done." + order.outcome());
  }

  private static DecisionOrder order(Sent sent) {
    String reason = sent.text("reason");
    return switch (sent.text("decision")) {
      case "GRANT" -> DecisionOrder.grant(reason, sent.startingWith("motive-"));
      case "REFUSE" -> DecisionOrder.refuse(reason, codes(sent.text("codes")));
      case "CLOSE" -> DecisionOrder.close(reason);
      default -> throw new NotFoundException();
    };
  }

  private static List<String> codes(String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(code -> code.matches("[A-Z_]{1,40}"))
        .limit(9)
        .toList();
  }

  /** Asks the family to put something right. */
  @POST
  @Path("completer")
  public Response askCorrection(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return told(
        id,
        values,
        sent ->
            reviews.askCorrection(
                id,
                sent.number("version"),
                sent.one("kind", Kind.class).orElse(Kind.INCOMPLETE),
                sent.text("message"),
                sent.form(),
                sent.day("due")),
        "review.done.asked");
  }

  /** Goes on without the family's answer. */
  @POST
  @Path("reprendre")
  public Response resume(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id, values, sent -> reviews.resume(id, sent.number("version")), "review.done.resumed");
  }

  /** Writes to the family. */
  @POST
  @Path("message")
  public Response write(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return told(
        id,
        values,
        sent -> reviews.write(id, sent.text("text"), sent.form()),
        "review.done.written");
  }

  /** Writes a note. */
  @POST
  @Path("note")
  public Response note(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(id, values, sent -> reviews.note(id, sent.text("note")), "review.done.noted");
  }

  /** Fills annotations in. */
  @POST
  @Path("annotations")
  public Response annotate(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id,
        values,
        sent -> reviews.annotate(id, sent.number("version"), sent.startingWith("annotation-")),
        "review.done.annotated");
  }

  /** Asks a colleague for a second look. */
  @POST
  @Path("relecture")
  public Response askSecondLook(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id,
        values,
        sent -> reviews.askSecondLook(id, sent.number("version"), sent.text("question")),
        "review.done.lookAsked");
  }

  /** Answers a second look. */
  @POST
  @Path("relecture/reponse")
  public Response answerSecondLook(
      @PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id,
        values,
        sent ->
            reviews.answerSecondLook(
                id, sent.number("version"), sent.text("agreed").equals("yes"), sent.text("answer")),
        "review.done.lookAnswered");
  }

  /** Says whether another application is the same child's. */
  @POST
  @Path("doublon")
  public Response ruleDuplicate(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    UUID other = new Sent(values).id("autre").orElseThrow(NotFoundException::new);
    return answer(
        id,
        values,
        sent -> reviews.ruleDuplicate(id, other, sent.text("same").equals("yes")),
        "review.done.duplicate");
  }

  /** Gives it to an officer. */
  @POST
  @Path("attribuer")
  public Response assign(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id,
        values,
        sent -> reviews.assign(id, sent.number("version"), sent.id("officer")),
        "review.done.assigned");
  }

  /** Opens a decided application again. */
  @POST
  @Path("rouvrir")
  public Response reopen(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return told(
        id,
        values,
        sent ->
            reviews.reopen(
                id,
                sent.number("version"),
                sent.one("why", Reopening.class)
                    .filter(why -> why != Reopening.APPEAL)
                    .orElse(Reopening.MISTAKE),
                sent.day("effectOn"),
                sent.text("reopening")),
        "review.done.reopened");
  }

  /** Puts it out of the daily lists. */
  @POST
  @Path("archiver")
  public Response archive(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id, values, sent -> reviews.archive(id, sent.number("version")), "review.done.archived");
  }

  /** Brings it back. */
  @POST
  @Path("restaurer")
  public Response restore(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id, values, sent -> reviews.restore(id, sent.number("version")), "review.done.restored");
  }

  /** Takes it back for the family. */
  @POST
  @Path("retirer")
  public Response withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return answer(
        id,
        values,
        sent -> reviews.withdraw(id, sent.number("version"), sent.text("withdrawal")),
        "review.done.withdrawn");
  }

  private Response told(
      UUID id,
      MultivaluedMap<String, String> values,
      Function<Sent, Optional<Answer<Told>>> change,
      String done) {
    Sent sent = new Sent(values);
    return pages.told(id, sent, change.apply(sent).orElseThrow(NotFoundException::new), done);
  }

  private <T> Response answer(
      UUID id,
      MultivaluedMap<String, String> values,
      Function<Sent, Optional<Answer<T>>> change,
      String done) {
    Sent sent = new Sent(values);
    return pages.answer(id, sent, change.apply(sent).orElseThrow(NotFoundException::new), done);
  }
}
