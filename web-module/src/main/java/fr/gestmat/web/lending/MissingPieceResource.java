package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.kit.MissingPieces;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The missing and broken pieces that have no price yet. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/pieces")
@RequestScoped
@Produces(Page.HTML)
public class MissingPieceResource {

  private static final String HERE = "/materiels/pieces";

  @Inject private MissingPieces pieces;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The list.
   *
   * @param awaiting a page of lines
   * @param pager where the list goes on
   */
  public record ListPage(MissingPieces.Awaiting awaiting, Pager pager) {}

  /** The lines, the latest first. */
  @GET
  public Page list(@QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
    MissingPieces.Awaiting awaiting = pieces.awaitingPrice(before);
    return Page.of(
        "lending/missing-pieces.jte",
        new ListPage(
            awaiting,
            new Pager(
                before == Long.MAX_VALUE ? Optional.empty() : Optional.of(HERE),
                awaiting.next().map(key -> HERE + "?avant=" + key))));
  }

  /** Sets the price of one piece of a line. */
  @POST
  @Path("prix")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response price(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<BigDecimal> answer =
        pieces
            .price(typed.id("ligne").orElseThrow(NotFoundException::new), typed.amount("prix"))
            .orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, answer, "prix");
    if (answer instanceof Answer.Done<BigDecimal> done) {
      flash.done(view.text("kit.priced", view.format().amount(done.value())));
    } else {
      flash.refuse(errors.get(0).message());
    }
    return Response.seeOther(URI.create(HERE)).build();
  }
}
