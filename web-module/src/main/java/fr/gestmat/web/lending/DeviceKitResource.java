package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.kit.DeviceKits;
import fr.gestmat.lending.boundary.kit.MissingPieces;
import fr.gestmat.lending.boundary.kit.MissingPieces.Settled;
import fr.gestmat.lending.boundary.kit.MissingPieces.Settling;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.charge.PieceRelief;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The pieces of one device: what belongs to it, what is missing, and what became of that. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/{id}/pieces")
@RequestScoped
@Produces(Page.HTML)
public class DeviceKitResource {

  @Inject private Stock stock;
  @Inject private DeviceKits kits;
  @Inject private MissingPieces missing;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param self where it is
   * @param tag tag of the device
   * @param file the kit
   * @param fields of the form for a piece with a code of its own
   * @param errors what to correct
   */
  public record KitPage(
      String self, String tag, DeviceKits.File file, List<Field> fields, List<FieldError> errors) {}

  /** The page. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    return page(id, new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** A piece with a code of its own joins the kit. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<UUID> answer =
        kits.add(id, typed.text("nom"), typed.raw("code")).orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, answer, "code");
    if (!errors.isEmpty()) {
      return page(id, typed, errors).status(422);
    }
    flash.done(view.text("kit.added"));
    return back(id);
  }

  /** A piece leaves the kit. */
  @POST
  @Path("retirer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeOut(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    UUID piece = new Typed(values).id("piece").orElseThrow(NotFoundException::new);
    if (!kits.takeOut(id, piece)) {
      throw new NotFoundException();
    }
    flash.done(view.text("kit.takenOut"));
    return back(id);
  }

  /** A missing piece is found, or replaced. */
  @POST
  @Path("suite")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response settle(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Settling how = typed.one("suite", Settling.class).orElseThrow(NotFoundException::new);
    Answer<Settled> answer =
        missing
            .settle(
                typed.id("ligne").orElseThrow(NotFoundException::new),
                how,
                (int) typed.number("nombre", 0))
            .orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, answer, "nombre");
    if (answer instanceof Answer.Done<Settled> done) {
      String text =
          view.text(
              (how == Settling.FOUND ? "kit.found.done" : "kit.replaced.done")
                  + (done.value().charged() ? "" : ".free"));
      flash.done(done.value().relief().map(relief -> text + " " + sentence(relief)).orElse(text));
    } else {
      flash.refuse(errors.get(0).message());
    }
    return back(id);
  }

  private String sentence(PieceRelief relief) {
    return view.text(
        "kit.relief." + relief.outcome() + (relief.left().signum() > 0 ? ".rest" : ""),
        view.format().amount(relief.before()),
        view.format().amount(relief.left()));
  }

  private Page page(UUID id, Typed typed, List<FieldError> errors) {
    DeviceKits.File file = kits.find(id).orElseThrow(NotFoundException::new);
    String tag =
        stock.find(id, Long.MAX_VALUE).orElseThrow(NotFoundException::new).facts().assetTag();
    List<Field> fields =
        List.of(
            Field.text("nom", view.text("kit.add.name"))
                .hint(view.text("kit.add.name.hint"))
                .value(typed.text("nom"))
                .mandatory()
                .errors(errors),
            Field.text("code", view.text("kit.add.code"))
                .hint(view.text("kit.add.code.hint"))
                .value(typed.text("code"))
                .mandatory()
                .errors(errors));
    return Page.of("lending/device-kit.jte", new KitPage(self(id), tag, file, fields, errors));
  }

  private static String self(UUID id) {
    return "/materiels/" + id + "/pieces";
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create(self(id))).build();
  }
}
