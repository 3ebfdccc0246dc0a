package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.source.OwnFigures;
import fr.gestmat.mealaid.control.source.EstablishedRule;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
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
import java.util.Optional;
import java.util.UUID;

/** Figures that an officer establishes in the authority's name. */
@Path("dossiers/{id}/chiffres")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FigureResource {

  @Inject private OwnFigures figures;
  @Inject private ApplicationPages pages;

  /** Establishes one. */
  @POST
  public Response establish(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    return answer(
        id,
        sent,
        figures.establish(
            id,
            sent.number("version"),
            new EstablishedRule.Typed(
                sent.text("figure"),
                sent.text("figureValue"),
                sent.text("figureMonth"),
                sent.text("figureReadOn"),
                sent.text("figureNote"))),
        "review.done.figure");
  }

  /** Takes one back. */
  @POST
  @Path("retrait")
  public Response takeBack(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    HouseholdFigure figure =
        HouseholdFigure.read(sent.text("figure")).orElseThrow(NotFoundException::new);
    return answer(
        id,
        sent,
        figures.takeBack(id, sent.number("version"), figure),
        "review.done.figureTakenBack");
  }

  private <T> Response answer(UUID id, Sent sent, Optional<Answer<T>> answer, String done) {
    return pages.answer(id, sent, answer.orElseThrow(NotFoundException::new), done);
  }
}
