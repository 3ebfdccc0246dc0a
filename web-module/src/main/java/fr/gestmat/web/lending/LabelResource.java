package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.boundary.stock.Labels;
import fr.gestmat.lending.boundary.stock.Labels.Ordered;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.label.LabelOrder;
import fr.gestmat.lending.control.label.LabelOutput;
import fr.gestmat.lending.control.label.LabelsMade;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.reports.label.LabelFormat;
import fr.gestmat.reports.label.LabelFormats;
import fr.gestmat.reports.label.Symbology;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Where labels are printed: for a list of devices, or for tags that somebody pastes. */
@Path("materiels/etiquettes")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class LabelResource {

  @Inject private Labels labels;
  @Inject private Catalogue catalogue;
  @Inject private Stock stock;
  @Inject private SchoolFields schoolFields;
  @Inject private View view;
  @Context private UriInfo address;

  /**
   * The form.
   *
   * @param which the fields that say which devices
   * @param how the fields that say on what
   * @param delivery the delivery whose devices are meant; empty for any
   * @param errors what to correct
   */
  public record FormPage(
      List<Field> which, List<Field> how, String delivery, List<FieldError> errors) {}

  /** The form, for the devices that the address says. */
  @GET
  public Page form() {
    return page(new Typed(address.getQueryParameters()), List.of());
  }

  /** The sheets, or where they are being made, or what could not be printed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response print(MultivaluedMap<String, String> values) throws IOException {
    Typed typed = new Typed(values);
    LabelFormat format = LabelFormats.find(typed.text("format")).orElse(LabelFormats.all().get(0));
    long first = typed.maybe("premiere").isEmpty() ? 1 : typed.number("premiere", 0);
    if (first < 1 || first > format.positions()) {
      return wrong(typed, "premiere", view.text("labels.wrong.first", format.positions()));
    }
    LabelOutput output = typed.one("fichier", LabelOutput.class).orElse(LabelOutput.PDF);
    if (output.needsRoll() && format.positions() > 1) {
      return wrong(typed, "format", view.text("labels.wrong.roll"));
    }
    List<String> tags = Arrays.asList(typed.raw("etiquettes").split("[\\r\\n;,\\t]+", -1));
    LabelOrder order =
        new LabelOrder(
            tags,
            DeviceAddress.read(typed),
            format,
            typed.one("code", Symbology.class).orElse(Symbology.CODE_128),
            output,
            (int) first);
    Ordered ordered = labels.order(order);
    if (ordered instanceof Ordered.TooMany many) {
      String why = view.text("labels.wrong.tooMany", many.labels(), LabelOrder.MOST);
      return wrong(typed, "etiquettes", why);
    }
    if (ordered instanceof Ordered.Working working) {
      return to("/taches/" + working.task());
    }
    LabelsMade made = ((Ordered.Ready) ordered).made();
    if (made.left().isEmpty() && made.file().isPresent()) {
      return to("/fichiers/" + made.file().get());
    }
    return made.left().isEmpty()
        ? wrong(typed, "etiquettes", view.text("labels.wrong.none"))
        : Page.of("lending/labels-left.jte", made).status(200);
  }

  private Response wrong(Typed typed, String field, String message) {
    return page(typed, List.of(new FieldError(field, message))).status(422);
  }

  private Page page(Typed typed, List<FieldError> errors) {
    DeviceFilter filter = DeviceAddress.read(typed);
    List<Field> which = new ArrayList<>();
    which.add(
        Field.of("textarea", "etiquettes", view.text("labels.tags"))
            .hint(view.text("labels.tags.hint"))
            .value(typed.raw("etiquettes"))
            .errors(errors));
    which.add(
        Field.select("modele", view.text("stock.filter.model"), models())
            .value(filter.model().map(UUID::toString).orElse("")));
    which.add(
        Field.select("etat", view.text("stock.filter.state"), Words.states(view))
            .value(filter.states().size() == 1 ? filter.states().iterator().next().name() : ""));
    which.addAll(schoolFields.of(stock.schools(), filter.school(), filter.schoolClass()));
    List<Field> how = new ArrayList<>();
    how.add(
        Field.radio("fichier", view.text("labels.output"), outputs())
            .hint(view.text("labels.output.hint"))
            .value(typed.maybe("fichier").orElse(LabelOutput.PDF.name()))
            .mandatory());
    how.add(
        Field.select("format", view.text("labels.format"), formats())
            .hint(view.text("labels.format.hint"))
            .value(typed.text("format"))
            .mandatory()
            .errors(errors));
    how.add(
        Field.radio("code", view.text("labels.code"), codes())
            .value(typed.maybe("code").orElse(Symbology.CODE_128.name()))
            .mandatory());
    how.add(
        Field.of("number", "premiere", view.text("labels.first"))
            .hint(view.text("labels.first.hint"))
            .value(typed.maybe("premiere").orElse("1"))
            .mandatory()
            .errors(errors));
    return Page.of(
        "lending/labels.jte",
        new FormPage(which, how, filter.delivery().map(UUID::toString).orElse(""), errors));
  }

  private List<Field.Choice> models() {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text("stock.filter.all")));
    catalogue.names().forEach(m -> all.add(new Field.Choice(m.id().toString(), m.name())));
    return all;
  }

  private static List<Field.Choice> formats() {
    return LabelFormats.all().stream().map(f -> new Field.Choice(f.key(), f.name())).toList();
  }

  private List<Field.Choice> outputs() {
    return Arrays.stream(LabelOutput.values())
        .map(o -> new Field.Choice(o.name(), view.text("labels.output." + o.name())))
        .toList();
  }

  private List<Field.Choice> codes() {
    return Arrays.stream(Symbology.values())
        .map(s -> new Field.Choice(s.name(), view.text("labels.code." + s.name())))
        .toList();
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }
}
