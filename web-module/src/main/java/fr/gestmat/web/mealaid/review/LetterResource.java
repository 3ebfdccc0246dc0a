package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.letter.AidLetters;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** The letters of an application. */
@Path("dossiers/{id}/courriers/{letter}")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class LetterResource {

  @Inject private AidLetters letters;
  @Inject private View view;
  @Inject private Flash flash;

  /** The letter itself. */
  @GET
  @Produces("application/pdf")
  public Response read(@PathParam("id") UUID id, @PathParam("letter") UUID letter)
      throws IOException {
    return Pdf.of(letters.read(id, letter).orElseThrow(NotFoundException::new), "courrier");
  }

  /** Lets one that could not be made be tried at once. */
  @POST
  @Path("refaire")
  public Response retry(@PathParam("id") UUID id, @PathParam("letter") UUID letter) {
    if (!letters.retry(id, letter)) {
      throw new NotFoundException();
    }
    flash.done(view.text("letter.retried"));
    return Response.seeOther(URI.create("/dossiers/" + id)).build();
  }
}
