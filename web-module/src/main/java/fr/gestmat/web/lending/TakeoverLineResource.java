package fr.gestmat.web.lending;

import fr.gestmat.directory.boundary.PupilLine;
import fr.gestmat.directory.boundary.PupilSearch;
import fr.gestmat.lending.boundary.takeover.Takeovers;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.takeover.TakeoverLines;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Settles by hand a line of a takeover that waits. */
@Path("materiels/reprise/{id}/lignes/{line}")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class TakeoverLineResource {

  private static final String HERE = "/materiels/reprise";
  private static final int LONGEST_REASON = 400;

  @Inject private Takeovers takeovers;
  @Inject private PupilSearch pupils;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * A line to settle.
   *
   * @param takeover its takeover
   * @param line the line
   * @param typed what was searched
   * @param found pupils
   */
  public record LinePage(
      SentSheet takeover, TakeoverLines.Line line, String typed, List<PupilLine> found) {}

  /** A line that waits, with the pupils that a search finds. */
  @GET
  public Page line(
      @PathParam("id") UUID id,
      @PathParam("line") int line,
      @QueryParam("q") @DefaultValue("") String typed) {
    SentSheet takeover = takeovers.find(id).orElseThrow(NotFoundException::new);
    TakeoverLines.Line found = takeovers.line(takeover, line).orElseThrow(NotFoundException::new);
    String wanted =
        typed.isEmpty()
            ? found.row().pupil().familyName() + " " + found.row().pupil().givenName()
            : typed;
    return Page.of(
        "lending/takeover-line.jte",
        new LinePage(takeover, found, wanted.strip(), pupils.find(wanted).pupils()));
  }

  /** Settles a line: a pupil, or a reason to record the device without a loan. */
  @POST
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("line") int line,
      @FormParam("eleve") @DefaultValue("") String pupil,
      @FormParam("motif") @DefaultValue("") String reason) {
    SentSheet takeover = takeovers.find(id).orElseThrow(NotFoundException::new);
    String why = reason.strip();
    boolean done;
    if (!pupil.isEmpty()) {
      done = takeovers.settle(takeover, line, uuid(pupil));
    } else if (why.isEmpty() || why.length() > LONGEST_REASON) {
      flash.refuse(view.text("takeover.wrong.reason", LONGEST_REASON));
      return to(HERE + "/" + id + "/lignes/" + line);
    } else {
      done = takeovers.ignore(takeover, line, why);
    }
    if (done) {
      flash.done(view.text("takeover.settled", line));
    } else {
      flash.refuse(view.text("takeover.notSettled", line));
    }
    return to(HERE + "/" + id + "?lignes=UNSETTLED");
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
