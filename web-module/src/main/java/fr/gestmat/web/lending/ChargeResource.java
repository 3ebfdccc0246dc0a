package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.charge.Charges;
import fr.gestmat.lending.control.charge.ChargeRows.Filter;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.entity.ChargeState;
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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list of charges and the page of each. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("sommes")
@RequestScoped
@Produces(Page.HTML)
public class ChargeResource {

  private static final String HERE = "/sommes";

  @Inject private Charges charges;
  @Inject private View view;
  @Inject private Flash flash;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page what the filter keeps
   * @param filters the fields of the filter
   * @param pager where the list goes on
   * @param mayDecide whether the visitor agrees and sends
   * @param pieces missing pieces that could be charged
   */
  public record ListPage(
      Charges.Page page, List<Field> filters, Pager pager, boolean mayDecide, long pieces) {}

  /** The charges that the address asks for. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    Filter filter = new Filter(query.one("etat", ChargeState.class), query.maybe("etablissement"));
    long before = query.number("avant", Long.MAX_VALUE);
    Charges.Page page = charges.list(filter, before);
    List<Parameter> parameters = new ArrayList<>();
    filter.state().ifPresent(s -> parameters.add(new Parameter("etat", s.name())));
    filter.school().ifPresent(s -> parameters.add(new Parameter("etablissement", s)));
    return Page.of(
        "lending/charges.jte",
        new ListPage(
            page,
            filters(filter),
            new Pager(
                before == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(Parameter.address(HERE, parameters)),
                page.next().map(key -> Parameter.address(HERE, parameters, "avant", "" + key))),
            charges.mayDecide(),
            charges.piecesToCharge()));
  }

  /** Proposes a charge for each missing piece. */
  @POST
  @Path("accessoires")
  public Response chargePieces() {
    flash.done(view.text("charge.pieces.done", charges.chargePieces()));
    return Response.seeOther(URI.create(HERE)).build();
  }

  /** One charge. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    return Page.of("lending/charge.jte", charges.find(id).orElseThrow(NotFoundException::new));
  }

  /** Agrees, drops, notes a payment or a refund. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response move(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    ChargeState.Event event =
        typed.one("event", ChargeState.Event.class).orElseThrow(NotFoundException::new);
    Answer<ChargeState> answer =
        charges
            .move(id, (int) typed.number("version", -1), event)
            .orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, "charge", answer, "charge");
    if (errors.isEmpty()) {
      flash.done(view.text("charge.moved." + event));
    } else {
      flash.refuse(errors.get(0).message());
    }
    return Response.seeOther(URI.create(HERE + "/" + id)).build();
  }

  private List<Field> filters(Filter filter) {
    List<Field.Choice> states = new ArrayList<>();
    states.add(new Field.Choice("", view.text("stock.filter.all")));
    for (ChargeState state : ChargeState.values()) {
      states.add(new Field.Choice(state.name(), view.text("charge.state." + state)));
    }
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.select("etat", view.text("charge.state"), states)
            .value(filter.state().map(Enum::name).orElse("")));
    List<Choices.School> schools = charges.schools();
    if (schools.size() > 1) {
      List<Field.Choice> choices = new ArrayList<>();
      choices.add(new Field.Choice("", view.text("stock.filter.all")));
      schools.forEach(s -> choices.add(new Field.Choice(s.uai(), s.label())));
      fields.add(
          Field.select("etablissement", view.text("incident.school"), choices)
              .value(filter.school().orElse("")));
    }
    return fields;
  }
}
