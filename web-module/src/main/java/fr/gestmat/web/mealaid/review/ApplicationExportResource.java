package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.export.ApplicationExport;
import fr.gestmat.mealaid.boundary.export.ApplicationExport.Ordered;
import fr.gestmat.mealaid.control.export.AidOrder;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where the list of applications is ordered as a workbook, and taken away. */
@Path("dossiers/exports")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
public class ApplicationExportResource {

  @Inject private ApplicationExport export;

  /** Exactly what the list showed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response order(MultivaluedMap<String, String> values) throws IOException {
    Sent sent = new Sent(values);
    Ordered ordered =
        sent.id("campagne")
            .map(campaign -> new AidOrder(campaign, Filters.read(sent)))
            .flatMap(this::ordered)
            .orElseThrow(NotFoundException::new);
    String address =
        ordered instanceof Ordered.Ready ready
            ? "/dossiers/exports/" + ready.file()
            : "/taches/" + ((Ordered.Working) ordered).task();
    return Response.seeOther(URI.create(address)).build();
  }

  private Optional<Ordered> ordered(AidOrder order) {
    try {
      return export.order(order);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole file, or the page that says there is none. */
  @GET
  @Path("{file}")
  public Response take(@PathParam("file") UUID file) throws IOException {
    ApplicationExport.Download download = export.take(file).orElseThrow(NotFoundException::new);
    return Response.ok(download.content(), download.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + download.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
