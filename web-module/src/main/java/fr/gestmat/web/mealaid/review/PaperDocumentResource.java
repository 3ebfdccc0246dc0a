package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An officer adds what came on paper or by mail: the scan counts as the family's document. */
@Path("dossiers/{id}/pieces")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class PaperDocumentResource {

  /** Longest name of a kind that is read. */
  private static final int KIND = 40;

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private OfficerDocuments documents;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param application public id
   * @param fields what it is, and when it came
   * @param errors why the last file was not taken
   */
  public record PaperPage(UUID application, List<Field> fields, List<FieldError> errors) {}

  /** The form. */
  @GET
  public Page show() {
    LocalDate day = documents.paperDay(id).orElseThrow(NotFoundException::new);
    return page("", day.toString(), List.of());
  }

  /** Adds a file. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(List<EntityPart> parts) throws IOException {
    String kind = "";
    String received = "";
    for (EntityPart part : parts) {
      String name = part.getFileName().orElse("");
      if (part.getName().equals("piece")) {
        kind = text(part);
      } else if (part.getName().equals("receivedOn")) {
        received = text(part);
      } else if (part.getName().equals("document") && !name.isEmpty()) {
        try (InputStream content = part.getContent()) {
          return answer(
              kind,
              received,
              documents
                  .add(id, kind, day(received), name, content)
                  .orElseThrow(NotFoundException::new));
        }
      }
    }
    return answer(kind, received, Answer.refused(Refusal.of("document", "documentEMPTY")));
  }

  private static String text(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      return new String(content.readNBytes(KIND), StandardCharsets.UTF_8).strip();
    }
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Response answer(String kind, String received, Answer<DocumentLine> answer) {
    if (answer instanceof Answer.Refused<DocumentLine> refused) {
      return page(
              kind,
              received,
              refused.reasons().stream()
                  .map(
                      reason ->
                          new FieldError(
                              reason.field(),
                              view.text(
                                  "aiddocument.refused." + reason.code(), reason.data().toArray())))
                  .toList())
          .status(422);
    }
    flash.done(view.text("aiddocument.added"));
    return Response.seeOther(URI.create("/dossiers/" + id)).build();
  }

  private Page page(String kind, String received, List<FieldError> errors) {
    List<String> kinds = documents.kinds(id);
    if (kinds.isEmpty()) {
      throw new NotFoundException();
    }
    return Page.of(
        "mealaid/review/paper-document.jte",
        new PaperPage(
            id,
            List.of(
                Field.select(
                        "piece",
                        view.text("review.paper.kind"),
                        kinds.stream()
                            .map(one -> new Field.Choice(one, view.text("aiddocument.kind." + one)))
                            .toList())
                    .value(kind)
                    .mandatory(),
                Field.of("date", "receivedOn", view.text("review.paper.received"))
                    .hint(view.text("review.paper.received.hint"))
                    .value(received)
                    .mandatory()
                    .errors(errors)),
            errors));
  }
}
