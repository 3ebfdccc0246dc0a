package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.agreement.ReturnReceipts;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;

/** The proof that a device came back, to print or to keep. */
@OpenTo({"PUPIL", "GUARDIAN", "LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("prets/{id}/recu")
@RequestScoped
public class ReturnReceiptResource {

  @Inject private ReturnReceipts receipts;

  /** The receipt as a PDF. */
  @GET
  @Produces("application/pdf")
  public Response read(@PathParam("id") UUID id) throws IOException {
    return Response.ok(receipts.write(id).orElseThrow(NotFoundException::new), "application/pdf")
        .header("Content-Disposition", "inline; filename=\"recu-de-retour.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
