package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.StockExport;
import fr.gestmat.lending.control.export.ExportOrder;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Where the list of the repairs that run is ordered as a file. */
@Path("reparations/exports")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RepairExportResource {

  @Inject private StockExport export;

  /** The repairs that the list showed. */
  @POST
  public Response order(MultivaluedMap<String, String> values) throws IOException {
    Typed typed = new Typed(values);
    return Ordering.answer(
        export.order(
            new ExportOrder.Repairs(typed.maybe("etablissement"), Ordering.format(typed))));
  }
}
