package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.appeal.Appeals;
import fr.gestmat.mealaid.control.appeal.AppealRows.State;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The appeals of an application: typed for a family that wrote on paper, and answered. */
@Path("dossiers/{id}/recours")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AppealResource {

  @Inject private Appeals appeals;
  @Inject private ApplicationPages pages;
  @Inject private View view;
  @Inject private Clock clock;

  /** Types one. */
  @POST
  public Response file(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    LocalDate today = LocalDate.ofInstant(clock.instant(), view.visitor().zone());
    return pages.told(
        id,
        sent,
        appeals
            .file(id, sent.number("version"), sent.text("body"), sent.day("filedOn").orElse(today))
            .orElseThrow(NotFoundException::new),
        "appeal.done.filed");
  }

  /** Answers one. */
  @POST
  @Path("{appeal}")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("appeal") UUID appeal,
      MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    State outcome =
        sent.one("outcome", State.class)
            .filter(state -> state != State.OPEN)
            .orElseThrow(NotFoundException::new);
    return pages.answer(
        id,
        sent,
        appeals
            .answer(id, sent.number("version"), appeal, outcome, sent.text("answer"))
            .orElseThrow(NotFoundException::new),
        "appeal.done." + outcome);
  }
}
