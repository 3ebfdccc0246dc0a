package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.count.CountDesk;
import fr.gestmat.lending.control.count.CountAnswer;
import fr.gestmat.lending.control.count.CountReply;
import fr.gestmat.lending.control.count.CountScan;
import fr.gestmat.web.lending.CountTexts;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Scans of inventories, see {@code /api/openapi.json}. A decided scan is always 200. */
@Path("api/v1/stock-counts")
@ApplicationScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(MediaType.APPLICATION_JSON)
public class CountApi {

  private static final int LONGEST_BODY = 128 * 1024;

  @EJB private CountDesk desk;
  @Inject private View view;

  /** Answers a scan. What must be there is not for the station to say: such a member is ignored. */
  @POST
  @Path("{id}/scans")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response scan(@PathParam("id") UUID id, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      throw new MalformedBodyException("size", "");
    }
    ApiBody body = ApiBody.of(new String(bytes, StandardCharsets.UTF_8));
    CountReply reply =
        desk.scan(
            new CountScan(body.id("scanId"), id, body.text("code"), body.instant("scannedAt")));
    if (reply instanceof CountReply.Answered answered) {
      return Response.ok(json(answered.answer())).header("Cache-Control", "no-store").build();
    }
    if (reply instanceof CountReply.SameIdOtherBody) {
      return Problem.response(
          409,
          view.text("scan.problem.sameId"),
          view.text("scan.problem.sameId.detail"),
          view.requestId());
    }
    throw new NotFoundException();
  }

  /** As the answer of any scan: a station shows both in the same way. */
  private String json(CountAnswer answer) {
    return ApiJson.scanned(
        answer.finding().outcome(),
        answer.finding().name(),
        CountTexts.sentence(view, answer),
        answer.tag(),
        Optional.of(answer.model().orElse("")));
  }
}
