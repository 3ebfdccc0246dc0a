package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.control.export.HandedFiles.Download;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where files that were made for somebody are taken away. */
@Path("fichiers/{id}")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class FileResource {

  @Inject private Downloads downloads;

  /** The whole file, or the page that says there is none. */
  @GET
  public Response take(@PathParam("id") UUID id) throws IOException {
    Download file = downloads.open(id).orElseThrow(NotFoundException::new);
    return Response.ok(file.content(), file.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** RFC 6266: a name that every browser reads, and the real one for those that can. */
  private static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
  }
}
