package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.letter.AidLetters;
import fr.gestmat.web.security.OpenTo;
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
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** Letters to families without an address: printed and posted by somebody. */
@Path("dossiers/papier")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class PaperLetterResource {

  @Inject private AidLetters letters;
  @Inject private View view;
  @Inject private Flash flash;

  /** Those that wait. */
  @GET
  public Page list() {
    return Page.of("mealaid/review/paper.jte", letters.onPaper());
  }

  /** The letters that are named, as one file to print. */
  @POST
  @Path("impression")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response bundle(MultivaluedMap<String, String> values) throws IOException {
    AidLetters.Bundle bundle =
        letters.bundle(new Sent(values).ids("lettre")).orElseThrow(NotFoundException::new);
    return Pdf.of(bundle.pdf(), "courriers");
  }

  /** Takes note that those of the file were posted. */
  @POST
  @Path("ensemble")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response allPosted(MultivaluedMap<String, String> values) {
    long posted = new Sent(values).ids("lettre").stream().filter(letters::posted).count();
    if (posted == 0) {
      throw new NotFoundException();
    }
    flash.done(view.text("letter.posted.all", posted));
    return Response.seeOther(URI.create("/dossiers/papier")).build();
  }

  /** Takes note that one was posted. */
  @POST
  @Path("{letter}")
  public Response posted(@PathParam("letter") UUID letter) {
    if (!letters.posted(letter)) {
      throw new NotFoundException();
    }
    flash.done(view.text("letter.posted.done"));
    return Response.seeOther(URI.create("/dossiers/papier")).build();
  }
}
