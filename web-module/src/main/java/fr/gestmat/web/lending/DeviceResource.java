package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.DeviceHistory;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.TimelineEntry;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list of devices and the page of each. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels")
@RequestScoped
@Produces(Page.HTML)
public class DeviceResource {

  private static final int MOST_LIKELY = 2;

  @Inject private Stock stock;
  @Inject private Catalogue catalogue;
  @Inject private DeviceStory story;
  @Inject private SchoolFields schoolFields;
  @Inject private View view;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page what the filter keeps
   * @param filters the fields of the filter
   * @param filtered whether anything narrows the list
   * @param parameters the filter, to be handed on
   * @param pager where the list goes on
   * @param labels where labels of what the filter keeps are made
   * @param mayManage whether the visitor may add devices
   */
  public record ListPage(
      Stock.Page page,
      List<Field> filters,
      boolean filtered,
      List<Parameter> parameters,
      Pager pager,
      String labels,
      boolean mayManage) {}

  /**
   * A device.
   *
   * @param card what is known of it
   * @param likely what the visitor most likely declares of it, two at most; none while it is on
   *     loan
   * @param others what else the visitor may declare
   * @param history its history in words
   * @param older where the history goes on
   */
  public record CardPage(
      Stock.Card card,
      List<Declaration> likely,
      List<Declaration> others,
      List<TimelineEntry> history,
      Optional<String> older) {}

  /** The devices that the address asks for. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    DeviceFilter filter = DeviceAddress.read(query);
    String after = query.text("apres");
    Stock.Page page = stock.list(filter, after);
    List<Parameter> parameters = DeviceAddress.write(filter);
    return Page.of(
        "lending/devices.jte",
        new ListPage(
            page,
            filters(filter),
            !parameters.isEmpty(),
            parameters,
            new Pager(
                after.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Parameter.address("/materiels", parameters)),
                page.next().map(tag -> Parameter.address("/materiels", parameters, "apres", tag))),
            Parameter.address("/materiels/etiquettes", parameters),
            stock.mayManage()));
  }

  /** One device. */
  @GET
  @Path("{id}")
  public Page show(
      @PathParam("id") UUID id,
      @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
    Stock.Card card = stock.find(id, before).orElseThrow(NotFoundException::new);
    // What befalls a lent device is an incident of its pupil: that is the one button to offer.
    int likely =
        card.facts().loan().isPresent() ? 0 : Math.min(MOST_LIKELY, card.possible().size());
    List<TimelineEntry> history = new ArrayList<>();
    for (DeviceHistory.Line line : card.history()) {
      history.add(story.tell(line));
    }
    return Page.of(
        "lending/device.jte",
        new CardPage(
            card,
            card.possible().subList(0, likely),
            card.possible().subList(likely, card.possible().size()),
            history,
            card.older().map(key -> "/materiels/" + id + "?avant=" + key)));
  }

  private List<Field> filters(DeviceFilter filter) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of("search", "recherche", view.text("stock.filter.text")).value(filter.text()));
    fields.add(
        Field.select("etat", view.text("stock.filter.state"), Words.states(view))
            .value(filter.states().size() == 1 ? filter.states().iterator().next().name() : ""));
    fields.add(
        Field.select("modele", view.text("stock.filter.model"), models())
            .value(filter.model().map(UUID::toString).orElse("")));
    fields.addAll(schoolFields.of(stock.schools(), filter.school(), filter.schoolClass()));
    fields.add(
        Field.checkbox("retard", view.text("stock.filter.late"))
            .value(String.valueOf(filter.late())));
    return fields;
  }

  private List<Field.Choice> models() {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text("stock.filter.all")));
    catalogue.names().forEach(m -> all.add(new Field.Choice(m.id().toString(), m.name())));
    return all;
  }
}
