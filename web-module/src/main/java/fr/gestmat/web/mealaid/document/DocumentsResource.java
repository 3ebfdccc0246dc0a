package fr.gestmat.web.mealaid.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page on which a family gives its documents, one form for each kind (M-G10). */
@OpenTo(Role.SIGNED_ON)
@Path("justificatifs/{application}")
@RequestScoped
@Produces(Page.HTML)
public class DocumentsResource {

  @Inject private FamilyDocuments documents;
  @Inject private View view;
  @Inject private Flash flash;

  /** The page. */
  @GET
  public Page show(@PathParam("application") UUID application) {
    return page(application, List.of());
  }

  /** Adds a file. */
  @POST
  @Path("{kind}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(
      @PathParam("application") UUID application,
      @PathParam("kind") String kind,
      List<EntityPart> parts)
      throws IOException {
    for (EntityPart part : parts) {
      String name = part.getFileName().orElse("");
      if (part.getName().equals("document") && !name.isEmpty()) {
        try (InputStream content = part.getContent()) {
          return answer(
              application,
              kind,
              documents.add(application, kind, name, content).orElseThrow(NotFoundException::new),
              "aiddocument.added");
        }
      }
    }
    return answer(
        application,
        kind,
        Answer.refused(Refusal.of("document", "documentEMPTY")),
        "aiddocument.added");
  }

  /** Uses a document that was given for another child. */
  @POST
  @Path("{kind}/reprise")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reuse(
      @PathParam("application") UUID application,
      @PathParam("kind") String kind,
      @FormParam("document") UUID document) {
    return answer(
        application,
        kind,
        documents.reuse(application, kind, document).orElseThrow(NotFoundException::new),
        "aiddocument.reused");
  }

  /** Takes a document away. */
  @POST
  @Path("{kind}/retrait")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("application") UUID application,
      @PathParam("kind") String kind,
      @FormParam("document") UUID document) {
    return answer(
        application,
        kind,
        documents.remove(document).orElseThrow(NotFoundException::new),
        "aiddocument.removed");
  }

  private Response answer(UUID application, String kind, Answer<?> answer, String done) {
    if (answer instanceof Answer.Refused<?> refused) {
      return page(
              application,
              refused.reasons().stream()
                  .map(
                      r ->
                          new FieldError(
                              "file-" + kind,
                              view.text("aiddocument.refused." + r.code(), r.data().toArray())))
                  .toList())
          .status(422);
    }
    flash.done(view.text(done));
    return Response.seeOther(URI.create("/justificatifs/" + application)).build();
  }

  private Page page(UUID application, List<FieldError> errors) {
    Map<String, Optional<Refusal>> places =
        documents.places(application).orElseThrow(NotFoundException::new);
    List<DocumentLine> all = documents.list(application).orElseThrow(NotFoundException::new);
    List<DocumentsPage.Slot> slots = slots(application, places, all);
    return Page.of(
        "mealaid/document/documents.jte",
        new DocumentsPage(
            application,
            documents.sharesForm(application)
                ? "/aide/demandes/" + application + "/verification"
                : "/aide/part/" + application,
            slots.stream().filter(DocumentsPage.Slot::counts).toList(),
            slots.stream().filter(slot -> !slot.counts() && slot.open()).toList(),
            documents
                .notices(application, Optional.empty(), Optional.empty())
                .map(n -> n.documents())
                .orElse(List.of()),
            documents.scanner(),
            errors));
  }

  /** What is asked for comes first, in the order in which it is asked. */
  private List<DocumentsPage.Slot> slots(
      UUID application, Map<String, Optional<Refusal>> places, List<DocumentLine> all) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    documents.asked(application).orElse(List.of()).forEach(one -> asked.put(one.kind(), one));
    List<String> kinds = new ArrayList<>(asked.keySet());
    kinds.retainAll(places.keySet());
    places.keySet().stream().filter(kind -> !asked.containsKey(kind)).forEach(kinds::add);
    return kinds.stream()
        .map(
            kind -> {
              boolean open = places.getOrDefault(kind, Optional.empty()).isEmpty();
              return new DocumentsPage.Slot(
                  kind,
                  Optional.ofNullable(asked.get(kind)),
                  all.stream().filter(line -> line.kind().equals(kind)).toList(),
                  open ? documents.reusable(application, kind).orElse(List.of()) : List.of(),
                  open);
            })
        .toList();
  }
}
