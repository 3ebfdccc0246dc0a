package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.incident.IncidentPapers;
import fr.gestmat.lending.boundary.incident.IncidentPapers.Shown;
import fr.gestmat.lending.control.incident.IncidentFiles.Kind;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Police reports and photos of an incident, for its school and for its family. */
@OpenTo({"PUPIL", "GUARDIAN", "LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("sinistres/{id}/fichiers")
@RequestScoped
public class IncidentFileResource {

  @Inject private IncidentPapers papers;
  @Inject private View view;
  @Inject private Flash flash;

  /** Adds one, and goes back to the page that it came from. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(@PathParam("id") UUID id, List<EntityPart> sent) throws IOException {
    Parts parts = new Parts(sent);
    Typed typed = parts.texts();
    Optional<EntityPart> file = parts.file("file");
    Kind kind = typed.one("sorte", Kind.class).orElse(Kind.POLICE_REPORT);
    if (file.isEmpty()) {
      flash.refuse(view.text("incident.refused.fileEMPTY"));
    } else {
      try (InputStream content = file.get().getContent()) {
        Answer<UUID> answer = papers.add(id, kind, content).orElseThrow(NotFoundException::new);
        List<FieldError> errors = Sentences.of(view, "incident", answer, "file");
        if (errors.isEmpty()) {
          flash.done(view.text("incident.file.added"));
        } else {
          flash.refuse(errors.get(0).message());
        }
      }
    }
    boolean family = view.visitor().hasAny(java.util.Set.of("PUPIL", "GUARDIAN"));
    return Response.seeOther(URI.create((family ? "/famille" : "") + "/sinistres/" + id)).build();
  }

  /** One of them, to be taken away. */
  @GET
  @Path("{file}")
  public Response take(@PathParam("id") UUID id, @PathParam("file") UUID file) throws IOException {
    Shown shown = papers.open(id, file).orElseThrow(NotFoundException::new);
    return Response.ok(shown.content(), shown.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + shown.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
