package fr.gestmat.web.lending;

import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.lending.boundary.takeover.Takeovers;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetDesk.Sent;
import fr.gestmat.lending.control.sheet.SheetState;
import fr.gestmat.lending.control.takeover.TakeoverField;
import fr.gestmat.lending.control.takeover.TakeoverLines;
import fr.gestmat.web.security.LargestBody;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes over devices and running loans from a spreadsheet: send, map, look, apply, settle. */
@Path("materiels/reprise")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class TakeoverResource {

  private static final String HERE = "/materiels/reprise";

  @Inject private Takeovers takeovers;
  @Inject private SheetPages pages;
  @Inject private View view;

  /**
   * The first page.
   *
   * @param latest what the visitor sent before
   * @param errors what is wrong with the file
   */
  public record ListPage(List<SentSheet> latest, List<FieldError> errors) {}

  /**
   * Where a takeover stands.
   *
   * @param standing what every sheet says
   * @param models models that would be created
   * @param lines the lines
   */
  public record StandingPage(
      SheetStanding standing, List<String> models, List<TakeoverLines.Line> lines) {}

  /** Where a file is sent. */
  @GET
  public Page list() {
    return Page.of("lending/takeovers.jte", new ListPage(takeovers.latest(), List.of()));
  }

  /** Takes a file in. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @LargestBody(megabytes = 22)
  public Response send(List<EntityPart> parts) throws IOException {
    for (EntityPart part : parts) {
      String name = part.getFileName().orElse("");
      if (part.getName().equals("file") && !name.isEmpty()) {
        try (InputStream content = part.getContent()) {
          Sent sent = takeovers.send(name, content);
          return sent instanceof Sent.Received received
              ? to(HERE + "/" + received.id())
              : wrongFile(((Sent.Unreadable) sent).why().name());
        } catch (FileTooLargeException e) {
          return wrongFile("TOO_LARGE");
        }
      }
    }
    return wrongFile("MISSING");
  }

  /** Where it stands. */
  @GET
  @Path("{id}")
  public Page show(
      @PathParam("id") UUID id,
      @QueryParam("lignes") @DefaultValue("") String outcome,
      @QueryParam("apres") @DefaultValue("0") int after)
      throws IOException {
    return standing(find(id), outcome, after, List.of());
  }

  /** Confirms the columns. */
  @POST
  @Path("{id}/colonnes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(@PathParam("id") UUID id, MultivaluedMap<String, String> values)
      throws IOException {
    SentSheet takeover = find(id);
    Map<TakeoverField, Integer> columns =
        SheetPages.chosen(
            TakeoverField.class, new Typed(values), takeovers.headings(takeover).size());
    if (!columns.containsKey(TakeoverField.TAG)) {
      String why = view.text("takeover.wrong.tag");
      return standing(takeover, "", 0, List.of(new FieldError("TAG", why))).status(422);
    }
    return pages.answer(here(takeover), takeovers.check(takeover, columns), "sheet.checking");
  }

  /** Applies it. */
  @POST
  @Path("{id}/appliquer")
  public Response apply(@PathParam("id") UUID id) {
    SentSheet takeover = find(id);
    return pages.answer(here(takeover), takeovers.apply(takeover), "sheet.applying");
  }

  /** Lets work that stopped go on. */
  @POST
  @Path("{id}/reprendre")
  public Response retry(@PathParam("id") UUID id) {
    SentSheet takeover = find(id);
    return pages.answer(here(takeover), takeovers.retry(takeover), "sheet.retried");
  }

  private Page standing(SentSheet takeover, String asked, int after, List<FieldError> errors)
      throws IOException {
    Map<String, Long> counts = takeovers.counts(takeover);
    String outcome = SheetPages.outcome(asked, counts);
    List<TakeoverLines.Line> lines = takeovers.lines(takeover, outcome, after);
    List<TakeoverLines.Line> shown = SheetPages.shown(lines);
    Optional<Integer> last =
        lines.size() > shown.size()
            ? Optional.of(shown.get(shown.size() - 1).row().line())
            : Optional.empty();
    List<Field> columns =
        takeover.state() == SheetState.RECEIVED
            ? pages.columns(
                TakeoverField.class,
                takeover.columns(),
                takeovers.headings(takeover),
                "takeover.field.",
                errors)
            : List.of();
    return Page.of(
        "lending/takeover.jte",
        new StandingPage(
            new SheetStanding(
                takeover,
                here(takeover),
                columns,
                counts,
                pages.progress(takeover, takeovers.task(takeover)),
                outcome,
                SheetPages.pager(here(takeover), outcome, after, last),
                errors),
            takeover.state() == SheetState.CHECKED ? takeovers.newModels(takeover) : List.of(),
            shown));
  }

  private Response wrongFile(String why) {
    return Page.of(
            "lending/takeovers.jte",
            new ListPage(takeovers.latest(), List.of(pages.wrongFile(why))))
        .status(422);
  }

  private static String here(SentSheet takeover) {
    return HERE + "/" + takeover.id();
  }

  private SentSheet find(UUID id) {
    return takeovers.find(id).orElseThrow(NotFoundException::new);
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
