package fr.gestmat.web.lending;

import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.lending.boundary.delivery.DeliverySheets;
import fr.gestmat.lending.boundary.delivery.DeliverySheets.Begun;
import fr.gestmat.lending.control.delivery.DeliveryAbout;
import fr.gestmat.lending.control.delivery.DeliveryField;
import fr.gestmat.lending.control.delivery.DeliveryReason;
import fr.gestmat.lending.control.delivery.DeliveryRow;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetLines;
import fr.gestmat.lending.control.sheet.SheetState;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Announces a delivery by a supplier's file: send, map, look, apply. */
@Path("materiels/livraisons/tableaux")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class DeliverySheetResource {

  private static final String HERE = DeliveryResource.HERE + "/tableaux";

  /** A field of the form that is longer than any that is right is cut there. */
  private static final int LONGEST_FIELD = 4_000;

  @Inject private DeliverySheets sheets;
  @Inject private DeliveryAboutFields fields;
  @Inject private SheetPages pages;
  @Inject private View view;

  /**
   * Where a file is sent.
   *
   * @param fields what is asked of the delivery
   * @param file the field of the file
   * @param latest what the visitor sent before
   * @param errors what to correct
   */
  public record FormPage(
      List<Field> fields, Field file, List<SentSheet> latest, List<FieldError> errors) {}

  /**
   * Where a supplier's file stands.
   *
   * @param standing what every sheet says
   * @param about what was said of the delivery
   * @param delivery the delivery, once there is one
   * @param lines the lines
   */
  public record StandingPage(
      SheetStanding standing, DeliveryAbout about, Optional<UUID> delivery, List<Line> lines) {}

  /**
   * A line.
   *
   * @param row what the file says
   * @param reason why it is refused
   */
  public record Line(DeliveryRow row, Optional<DeliveryReason> reason) {}

  /** The empty form. */
  @GET
  public Page form() {
    return form(new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Takes a file in, or says what is wrong with what was typed. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @LargestBody(megabytes = 22)
  public Response send(List<EntityPart> parts) throws IOException {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    for (EntityPart part : parts) {
      if (!part.getName().equals("file")) {
        try (InputStream text = part.getContent()) {
          values.add(
              part.getName(), new String(text.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
        }
      }
    }
    Typed typed = new Typed(values);
    Optional<EntityPart> file =
        parts.stream()
            .filter(p -> p.getName().equals("file"))
            .filter(p -> !p.getFileName().orElse("").isEmpty())
            .findFirst();
    List<FieldError> wrong = fields.wrong(typed);
    if (!wrong.isEmpty() || file.isEmpty()) {
      wrong.add(pages.wrongFile(file.isEmpty() ? "MISSING" : "AGAIN"));
      return form(typed, wrong).status(422);
    }
    try (InputStream content = file.get().getContent()) {
      return answer(
          sheets.send(
              DeliveryAboutFields.about(typed), file.get().getFileName().orElse(""), content),
          typed);
    } catch (FileTooLargeException e) {
      return form(typed, List.of(pages.wrongFile("TOO_LARGE"))).status(422);
    }
  }

  /** Where it stands. */
  @GET
  @Path("{id}")
  public Page show(
      @PathParam("id") UUID id,
      @QueryParam("lignes") @DefaultValue("") String outcome,
      @QueryParam("apres") @DefaultValue("0") int after)
      throws IOException {
    SentSheet sheet = find(id);
    return standing(sheet, sheet.columns(), outcome, after, List.of());
  }

  /** Confirms the columns. */
  @POST
  @Path("{id}/colonnes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(@PathParam("id") UUID id, MultivaluedMap<String, String> values)
      throws IOException {
    SentSheet sheet = find(id);
    Map<DeliveryField, Integer> columns =
        SheetPages.chosen(DeliveryField.class, new Typed(values), sheets.headings(sheet).size());
    List<FieldError> errors = Sentences.of(view, sheets.refusals(columns));
    if (!errors.isEmpty()) {
      Map<String, Integer> chosen = new HashMap<>();
      columns.forEach((field, column) -> chosen.put(field.name(), column));
      return standing(sheet, chosen, "", 0, errors).status(422);
    }
    return pages.answer(here(sheet), sheets.check(sheet, columns), "sheet.checking");
  }

  /** Applies it. */
  @POST
  @Path("{id}/appliquer")
  public Response apply(@PathParam("id") UUID id) {
    SentSheet sheet = find(id);
    return pages.answer(here(sheet), sheets.apply(sheet), "sheet.applying");
  }

  /** Lets work that stopped go on. */
  @POST
  @Path("{id}/reprendre")
  public Response retry(@PathParam("id") UUID id) {
    SentSheet sheet = find(id);
    return pages.answer(here(sheet), sheets.retry(sheet), "sheet.retried");
  }

  private Response answer(Begun begun, Typed typed) {
    if (begun instanceof Begun.Received received) {
      return Response.seeOther(URI.create(HERE + "/" + received.id())).build();
    }
    List<FieldError> errors =
        begun instanceof Begun.Unreadable unreadable
            ? List.of(pages.wrongFile(unreadable.why().name()))
            : Sentences.of(view, ((Begun.Refused) begun).reasons());
    return form(typed, errors).status(422);
  }

  private Page form(Typed typed, List<FieldError> errors) {
    return Page.of(
        "lending/delivery-form.jte",
        new FormPage(
            fields.of(typed, errors),
            Field.of("file", "file", view.text("delivery.file"))
                .hint(view.text("delivery.file.hint"))
                .mandatory()
                .errors(errors),
            sheets.latest(),
            errors));
  }

  private Page standing(
      SentSheet sheet,
      Map<String, Integer> chosen,
      String asked,
      int after,
      List<FieldError> errors)
      throws IOException {
    Map<String, Long> counts = sheets.counts(sheet);
    String outcome = SheetPages.outcome(asked, counts);
    List<SheetLines.Line> lines = sheets.lines(sheet, outcome, after);
    List<SheetLines.Line> shown = SheetPages.shown(lines);
    Optional<Integer> last =
        lines.size() > shown.size()
            ? Optional.of(shown.get(shown.size() - 1).number())
            : Optional.empty();
    List<Field> columns =
        sheet.state() == SheetState.RECEIVED
            ? pages.columns(
                DeliveryField.class, chosen, sheets.headings(sheet), "delivery.field.", errors)
            : List.of();
    return Page.of(
        "lending/delivery-sheet.jte",
        new StandingPage(
            new SheetStanding(
                sheet,
                here(sheet),
                columns,
                counts,
                pages.progress(sheet, sheets.task(sheet)),
                outcome,
                SheetPages.pager(here(sheet), outcome, after, last),
                errors),
            sheets.about(sheet),
            sheet.state() == SheetState.DONE ? sheets.delivery(sheet) : Optional.empty(),
            shown.stream()
                .map(
                    line ->
                        new Line(
                            DeliveryRow.read(line.content()),
                            line.reason().map(DeliveryReason::valueOf)))
                .toList()));
  }

  private SentSheet find(UUID id) {
    return sheets.find(id).orElseThrow(NotFoundException::new);
  }

  private static String here(SentSheet sheet) {
    return HERE + "/" + sheet.id();
  }
}
