package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.PersonalExport;
import fr.gestmat.identity.boundary.PersonalExport.Kind;
import fr.gestmat.identity.boundary.PersonalExport.Made;
import fr.gestmat.identity.boundary.PersonalExport.Somebody;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

/** Where an administrator makes the file of one person's data, when that person asks for it. */
@Path("administration/donnees/{kind}/{id}")
@RequestScoped
@OpenTo("ADMIN")
public class PersonalDataResource {

  @PathParam("kind")
  private String kind = "";

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private PersonalExport export;

  /**
   * The page.
   *
   * @param somebody whose data
   * @param address where the file is made
   */
  public record PersonalDataPage(Somebody somebody, String address) {}

  /** What the file will hold, before it is made. */
  @GET
  @Produces(Page.HTML)
  public Page show() {
    Somebody somebody = export.find(kind(), id).orElseThrow(NotFoundException::new);
    return Page.of(
        "identity/personal-data.jte",
        new PersonalDataPage(somebody, "/administration/donnees/" + kind + "/" + id));
  }

  /** The whole file. */
  @POST
  public Response make() throws IOException {
    Made made = export.make(kind(), id).orElseThrow(NotFoundException::new);
    StreamingOutput body =
        out -> {
          try {
            Files.copy(made.content(), out);
          } finally {
            Files.deleteIfExists(made.content());
          }
        };
    return Response.ok(body, "application/zip")
        .header(HttpHeaders.CONTENT_LENGTH, Files.size(made.content()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Kind kind() {
    return switch (kind) {
      case "eleve" -> Kind.PUPIL;
      case "responsable" -> Kind.GUARDIAN;
      case "compte" -> Kind.ACCOUNT;
      default -> throw new NotFoundException();
    };
  }
}
