package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.desk.HandOvers;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where the desk notes that a parent came for a device in the pupil's stead. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("prets/{id}/remise")
@RequestScoped
@Produces(Page.HTML)
public class HandOverResource {

  @Inject private HandOvers handOvers;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param card the loan, and who may have come
   * @param errors what to correct
   */
  public record FormPage(HandOvers.Card card, List<FieldError> errors) {}

  /** The form with what was noted. */
  @GET
  public Page form(@PathParam("id") UUID id) {
    return page(id, List.of());
  }

  /** Notes it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response note(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Answer<UUID> answer =
        handOvers.note(id, new Typed(values).id("parent")).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("stock.handOver.saved"));
      return Response.seeOther(URI.create("/materiels/" + done.value())).build();
    }
    return page(id, Sentences.of(view, "stock", answer, "parent")).status(422);
  }

  private Page page(UUID id, List<FieldError> errors) {
    return Page.of(
        "lending/hand-over.jte",
        new FormPage(handOvers.find(id).orElseThrow(NotFoundException::new), errors));
  }
}
