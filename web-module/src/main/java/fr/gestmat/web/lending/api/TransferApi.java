package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.transfer.SlipDesk;
import fr.gestmat.lending.control.transfer.SlipAnswer;
import fr.gestmat.web.lending.TransferTexts;
import fr.gestmat.web.security.OpenTo;
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

/** Scans onto slips, see {@code /api/openapi.json}. A decided scan is always 200. */
@Path("api/v1/transfers")
@ApplicationScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(MediaType.APPLICATION_JSON)
public class TransferApi {

  private static final int LONGEST_BODY = 128 * 1024;

  @EJB private SlipDesk desk;
  @Inject private View view;

  /** Answers a scan. */
  @POST
  @Path("{id}/scans")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response scan(@PathParam("id") UUID id, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LONGEST_BODY + 1);
    if (bytes.length > LONGEST_BODY) {
      throw new MalformedBodyException("size", "");
    }
    ApiBody body = ApiBody.of(new String(bytes, StandardCharsets.UTF_8));
    SlipAnswer answer =
        desk.scan(id, body.id("scanId"), body.text("code")).orElseThrow(NotFoundException::new);
    return Response.ok(json(answer)).header("Cache-Control", "no-store").build();
  }

  private String json(SlipAnswer answer) {
    return ApiJson.scanned(
        answer.finding().outcome(),
        answer.finding().name(),
        TransferTexts.sentence(view, answer),
        answer.tag(),
        Optional.of(answer.model().orElse("")));
  }
}
