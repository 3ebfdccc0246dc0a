package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.desk.ScanDesk;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.web.operations.Metrics;
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
import java.util.UUID;

/**
 * Scans and their undo, see {@code /api/openapi.json}. A decided scan is always 200. One instance
 * serves all requests: one for each would look the desk up in the container again at every scan.
 */
@Path("api/v1/scans")
@ApplicationScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(MediaType.APPLICATION_JSON)
public class ScanApi {

  /** Bytes of the longest body: a code of 10 KB, all escaped, and the rest. */
  private static final int LONGEST_BODY = 128 * 1024;

  @EJB private ScanDesk desk;
  @Inject private View view;
  @Inject private Metrics metrics;

  /** Answers a scan. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response scan(InputStream body) throws IOException {
    ApiBody scan = ApiBody.of(text(body));
    return answer(desk.scan(ScanBody.read(scan), ScanBody.age(scan)));
  }

  /** Undoes a scan. */
  @POST
  @Path("{scanId}/undo")
  public Response undo(@PathParam("scanId") UUID scanId) {
    return answer(desk.undo(scanId));
  }

  /** Takes what is said of the kit of a scan. */
  @POST
  @Path("{scanId}/kit")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response kit(@PathParam("scanId") UUID scanId, InputStream body) throws IOException {
    return answer(desk.kit(scanId, KitBody.read(text(body))));
  }

  private static String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      throw new MalformedBodyException("size", "");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Response answer(ScanReply reply) {
    if (reply instanceof ScanReply.Answered answered) {
      metrics.scan(answered.answer().outcome().name());
      return Response.ok(json(answered.answer())).header("Cache-Control", "no-store").build();
    }
    if (reply instanceof ScanReply.SameIdOtherBody) {
      return Problem.response(
          409,
          view.text("scan.problem.sameId"),
          view.text("scan.problem.sameId.detail"),
          view.requestId());
    }
    throw new NotFoundException();
  }

  private String json(ScanAnswer answer) {
    ScanTexts texts = new ScanTexts(view);
    return ApiJson.object(json -> ScanAnswerBody.write(json, answer, texts));
  }
}
