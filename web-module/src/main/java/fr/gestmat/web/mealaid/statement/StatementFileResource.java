package fr.gestmat.web.mealaid.statement;

import fr.gestmat.mealaid.boundary.statement.StatementFiles;
import fr.gestmat.mealaid.control.statement.StatementFormat;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;

/** A statement as a file, which is whole before the first byte leaves. */
@Path("etats/{id}/fichiers")
@RequestScoped
@OpenTo({"AID_MANAGER", "BURSAR"})
public class StatementFileResource {

  @Inject private StatementFiles files;

  /** The file of a format. */
  @GET
  @Path("{format}")
  public Response take(@PathParam("id") UUID id, @PathParam("format") String format)
      throws IOException {
    StatementFormat wanted =
        Arrays.stream(StatementFormat.values())
            .filter(one -> one.extension().equals(format))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    StatementFiles.Made made = files.write(id, wanted).orElseThrow(NotFoundException::new);
    StreamingOutput body =
        out -> {
          try {
            Files.copy(made.content(), out);
          } finally {
            Files.deleteIfExists(made.content());
          }
        };
    return Response.ok(body, made.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, Files.size(made.content()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
