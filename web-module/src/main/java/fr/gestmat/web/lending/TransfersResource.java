package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.transfer.Transfers;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.transfer.SlipBook;
import fr.gestmat.lending.control.transfer.SlipState;
import fr.gestmat.lending.control.transfer.TransferForm;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list of transfers, and the form that opens one. */
@Path("materiels/transferts")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(Page.HTML)
public class TransfersResource {

  static final String HERE = "/materiels/transferts";

  @Inject private Transfers transfers;
  @Inject private View view;
  @Inject private Flash flash;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page its transfers
   * @param filters the fields of the filter
   * @param filtered whether anything narrows the list
   * @param pager where the list goes on
   * @param mayOpen whether the visitor may open one
   * @param plans whether the visitor plans for the whole authority
   */
  public record ListPage(
      Transfers.Page page,
      List<Field> filters,
      boolean filtered,
      Pager pager,
      boolean mayOpen,
      boolean plans) {}

  /**
   * The form that opens a transfer.
   *
   * @param fields what is asked
   * @param errors what to correct
   */
  public record FormPage(List<Field> fields, List<FieldError> errors) {}

  /** The transfers that the address asks for. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    SlipBook.Filter filter =
        new SlipBook.Filter(
            query.one("etat", SlipState.class),
            query.maybe("etablissement"),
            query.text("recherche"));
    long before = query.number("avant", Long.MAX_VALUE);
    Transfers.Page page = transfers.list(filter, before);
    List<Parameter> parameters = new ArrayList<>();
    filter.state().ifPresent(state -> parameters.add(new Parameter("etat", state.name())));
    filter.school().ifPresent(uai -> parameters.add(new Parameter("etablissement", uai)));
    query.maybe("recherche").ifPresent(t -> parameters.add(new Parameter("recherche", t)));
    return Page.of(
        "lending/transfers.jte",
        new ListPage(
            page,
            filters(filter),
            !parameters.isEmpty(),
            new Pager(
                before == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(Parameter.address(HERE, parameters)),
                page.next()
                    .map(key -> Parameter.address(HERE, parameters, "avant", Long.toString(key)))),
            !transfers.senders().isEmpty(),
            view.visitor().roles().contains("REGION_MANAGER")));
  }

  /** The empty form. */
  @GET
  @Path("nouveau")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Page form() {
    return form(new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Opens a transfer, or says why not with what was typed. */
  @POST
  @Path("nouveau")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Optional<Integer> planned = typed.maybe("planned").map(t -> (int) typed.number("planned", -1));
    Answer<UUID> answer =
        transfers.open(
            new TransferForm(
                typed.text("from"),
                typed.text("to"),
                typed.yes("forGood"),
                planned,
                typed.text("note")));
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("transfer.opened"));
      return Response.seeOther(URI.create(HERE + "/" + done.value())).build();
    }
    return form(typed, TransferTexts.errors(view, answer)).status(422);
  }

  private Page form(Typed typed, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    List<Choices.School> senders = transfers.senders();
    if (senders.size() > 1) {
      fields.add(
          Field.select("from", view.text("transfer.from"), choices(senders, "transfer.choose"))
              .value(typed.text("from"))
              .mandatory()
              .errors(errors));
    }
    fields.add(
        Field.select(
                "to", view.text("transfer.to"), choices(transfers.receivers(), "transfer.choose"))
            .value(typed.text("to"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.checkbox("forGood", view.text("transfer.forGood"))
            .hint(view.text("transfer.forGood.hint"))
            .value(String.valueOf(typed.yes("forGood"))));
    fields.add(
        Field.of("number", "planned", view.text("transfer.planned"))
            .value(typed.text("planned"))
            .errors(errors));
    fields.add(
        Field.text("note", view.text("transfer.note")).value(typed.text("note")).errors(errors));
    return Page.of("lending/transfer-form.jte", new FormPage(fields, errors));
  }

  private List<Field> filters(SlipBook.Filter filter) {
    List<Field.Choice> states = new ArrayList<>();
    states.add(new Field.Choice("", view.text("stock.filter.all")));
    for (SlipState state : SlipState.values()) {
      states.add(new Field.Choice(state.name(), view.text("transfer.state." + state)));
    }
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("search", "recherche", view.text("transfer.search")).value(filter.text()));
    fields.add(
        Field.select("etat", view.text("transfer.state"), states)
            .value(filter.state().map(Enum::name).orElse("")));
    List<Choices.School> places = transfers.places();
    if (places.size() > 1) {
      fields.add(
          Field.select(
                  "etablissement",
                  view.text("common.school"),
                  choices(places, "stock.filter.allSchools"))
              .value(filter.school().orElse("")));
    }
    return fields;
  }

  private List<Field.Choice> choices(List<Choices.School> places, String first) {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text(first)));
    places.forEach(s -> all.add(new Field.Choice(s.uai(), s.label())));
    return all;
  }
}
