package fr.gestmat.web.lending;

import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.lending.boundary.charge.Finance;
import fr.gestmat.web.security.OpenTo;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Charges on their way to the finance system and back. */
@OpenTo({"REGION_MANAGER", "ADMIN"})
@Path("finances")
@RequestScoped
@Produces(Page.HTML)
public class FinanceResource {

  private static final URI HERE = URI.create("/finances");

  @Inject private Finance finance;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param overview what waits and what was sent
   * @param errors what is wrong with a file
   */
  public record FinancePage(Finance.Overview overview, List<FieldError> errors) {}

  /**
   * An answer, line by line.
   *
   * @param preview the lines
   * @param applied whether it was applied
   */
  public record AnswerPage(Finance.Preview preview, boolean applied) {}

  /** What waits and what was sent. */
  @GET
  public Page show() {
    return page(List.of());
  }

  /** Sends what waits. */
  @POST
  @Path("envoyer")
  public Response send() {
    if (finance.overview().isEmpty()) {
      throw new NotFoundException();
    }
    Optional<UUID> batch = finance.send();
    if (batch.isPresent()) {
      flash.done(view.text("charge.sent"));
    } else {
      flash.warn(view.text("charge.nothingWaits"));
    }
    return Response.seeOther(HERE).build();
  }

  /** The file of what was sent. */
  @GET
  @Path("lots/{id}")
  @Produces("text/csv;charset=UTF-8")
  public Response file(@PathParam("id") UUID id) throws IOException {
    java.nio.file.Path file = finance.file(id).orElseThrow(NotFoundException::new);
    StreamingOutput body =
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            Files.deleteIfExists(file);
          }
        };
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_LENGTH, Files.size(file))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"titres-" + id + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Takes an answer in and shows what would become of each line. */
  @POST
  @Path("reponse")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response receive(List<EntityPart> parts) throws IOException {
    for (EntityPart part : parts) {
      String name = part.getFileName().orElse("");
      if (part.getName().equals("file") && !name.isEmpty()) {
        try (InputStream content = part.getContent()) {
          Finance.Preview preview =
              finance.receive(name, content).orElseThrow(NotFoundException::new);
          return preview.problem().isPresent()
              ? wrong(preview.problem().get())
              : Page.of("lending/finance-answer.jte", new AnswerPage(preview, false)).status(200);
        } catch (FileTooLargeException e) {
          return wrong("TOO_LARGE");
        }
      }
    }
    return wrong("MISSING");
  }

  /** Applies an answer that was looked at. */
  @POST
  @Path("reponse/appliquer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response apply(MultivaluedMap<String, String> values) throws IOException {
    UUID file = new Typed(values).id("file").orElseThrow(NotFoundException::new);
    Finance.Preview preview = finance.apply(file).orElseThrow(NotFoundException::new);
    return Page.of("lending/finance-answer.jte", new AnswerPage(preview, true)).status(200);
  }

  private Response wrong(String problem) {
    String own = "charge.file." + problem;
    return page(List.of(
            new FieldError("file", view.text(view.knows(own) ? own : "charge.file.UNREADABLE"))))
        .status(422);
  }

  private Page page(List<FieldError> errors) {
    return Page.of(
        "lending/finance.jte",
        new FinancePage(finance.overview().orElseThrow(NotFoundException::new), errors));
  }
}
