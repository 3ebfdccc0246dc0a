package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.directory.boundary.PupilLine;
import fr.gestmat.directory.boundary.PupilSearch;
import fr.gestmat.lending.boundary.stock.Reservations;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.UUID;

/** Keeps one device for a pupil, who is looked up by name. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/{id}/reserver")
@RequestScoped
@Produces(Page.HTML)
public class ReserveResource {

  @Inject private Reservations reservations;
  @Inject private PupilSearch pupils;
  @Inject private Stock stock;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param device public id of the device
   * @param assetTag its tag
   * @param typed what was searched
   * @param found pupils who are still there
   */
  public record ReservePage(UUID device, String assetTag, String typed, List<PupilLine> found) {}

  /** The pupils that a search finds. */
  @GET
  public Page search(@PathParam("id") UUID id, @QueryParam("q") @DefaultValue("") String typed) {
    Stock.Card card = stock.find(id, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
    if (!card.mayEdit()) {
      throw new NotFoundException();
    }
    return Page.of(
        "lending/reserve.jte",
        new ReservePage(
            id,
            card.facts().assetTag(),
            typed.strip(),
            pupils.find(typed).pupils().stream().filter(pupil -> !pupil.left()).toList()));
  }

  /** Keeps it for the chosen pupil. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reserve(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    UUID pupil = new Typed(values).id("eleve").orElseThrow(NotFoundException::new);
    Answer<UUID> answer = reservations.reserve(id, pupil).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("reservation.done"));
      return to("/materiels/" + id);
    }
    flash.refuse(Sentences.of(view, "reservation", answer, "eleve").get(0).message());
    return to("/materiels/" + id + "/reserver");
  }

  /** Takes it back. */
  @POST
  @Path("annuler")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    if (reservations.cancel(id)) {
      flash.done(view.text("reservation.cancelled"));
    } else if (stock.find(id, Long.MAX_VALUE).isEmpty()) {
      throw new NotFoundException();
    } else {
      flash.refuse(view.text("reservation.over"));
    }
    return to(new Typed(values).yes("liste") ? "/materiels/reservations" : "/materiels/" + id);
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
