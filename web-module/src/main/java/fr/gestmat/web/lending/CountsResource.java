package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.count.StockCounts;
import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.control.count.CountAgents.Candidate;
import fr.gestmat.lending.control.count.CountBook.Which;
import fr.gestmat.lending.control.count.CountOpening;
import fr.gestmat.lending.control.query.Choices;
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

/** The list of inventories, and the form that opens one. */
@Path("materiels/inventaires")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(Page.HTML)
public class CountsResource {

  static final String HERE = "/materiels/inventaires";

  @Inject private StockCounts counts;
  @Inject private Catalogue catalogue;
  @Inject private View view;
  @Inject private Flash flash;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page its counts
   * @param filters the fields of the filter
   * @param filtered whether anything narrows the list
   * @param pager where the list goes on
   * @param mayOpen whether the visitor may open one
   */
  public record ListPage(
      StockCounts.Page page, List<Field> filters, boolean filtered, Pager pager, boolean mayOpen) {}

  /**
   * The form that opens a count.
   *
   * @param fields what is asked
   * @param agents who may be asked to scan, when the school is known
   * @param chosen public ids of those who are ticked
   * @param errors what to correct
   */
  public record FormPage(
      List<Field> fields, List<Candidate> agents, List<UUID> chosen, List<FieldError> errors) {}

  /** The counts that the address asks for. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    Which which = query.one("etat", Which.class).orElse(Which.ALL);
    Optional<String> school = query.maybe("etablissement");
    long before = query.number("avant", Long.MAX_VALUE);
    StockCounts.Page page = counts.list(which, school, before);
    List<Parameter> parameters = new ArrayList<>();
    if (which != Which.ALL) {
      parameters.add(new Parameter("etat", which.name()));
    }
    school.ifPresent(uai -> parameters.add(new Parameter("etablissement", uai)));
    return Page.of(
        "lending/counts.jte",
        new ListPage(
            page,
            filters(which, school),
            !parameters.isEmpty(),
            new Pager(
                before == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(Parameter.address(HERE, parameters)),
                page.next()
                    .map(key -> Parameter.address(HERE, parameters, "avant", Long.toString(key)))),
            !counts.managed().isEmpty()));
  }

  /** The empty form. */
  @GET
  @Path("nouveau")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Page form() {
    return form(new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Opens a count, or says why not with what was typed. */
  @POST
  @Path("nouveau")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response open(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<UUID> answer =
        counts.open(
            new CountOpening(
                typed.text("school"),
                typed.text("name"),
                typed.text("storage"),
                typed.id("model"),
                typed.yes("countsReturns"),
                typed.ids("agents")));
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("count.opened"));
      String next = counts.managed().size() == 1 ? "" : "/agents";
      return Response.seeOther(URI.create(HERE + "/" + done.value() + next)).build();
    }
    return form(typed, CountTexts.errors(view, answer)).status(422);
  }

  private Page form(Typed typed, List<FieldError> errors) {
    List<Choices.School> schools = counts.managed();
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.text("name", view.text("count.name"))
            .hint(view.text("count.name.hint"))
            .value(typed.text("name"))
            .mandatory()
            .errors(errors));
    if (schools.size() > 1) {
      fields.add(
          Field.select("school", view.text("common.school"), schools(schools, "count.school"))
              .value(typed.text("school"))
              .mandatory()
              .errors(errors));
    }
    Field storage =
        schools.size() == 1
            ? Field.select("storage", view.text("count.storage"), storages(schools.get(0).uai()))
            : Field.text("storage", view.text("count.storage"))
                .hint(view.text("count.storage.hint"));
    fields.add(storage.value(typed.text("storage")).errors(errors));
    fields.add(
        Field.select("model", view.text("count.model"), models())
            .value(typed.text("model"))
            .errors(errors));
    fields.add(
        Field.checkbox("countsReturns", view.text("count.countsReturns"))
            .hint(view.text("count.countsReturns.hint"))
            .value(String.valueOf(typed.yes("countsReturns"))));
    return Page.of(
        "lending/count-form.jte",
        new FormPage(
            fields,
            schools.size() == 1 ? counts.candidates(schools.get(0).uai()) : List.of(),
            typed.ids("agents"),
            errors));
  }

  private List<Field> filters(Which which, Optional<String> school) {
    List<Field.Choice> states = new ArrayList<>();
    for (Which one : Which.values()) {
      states.add(new Field.Choice(one.name(), view.text("count.which." + one)));
    }
    List<Field> fields = new ArrayList<>();
    fields.add(Field.select("etat", view.text("count.which"), states).value(which.name()));
    List<Choices.School> schools = counts.schools();
    if (schools.size() > 1) {
      fields.add(
          Field.select(
                  "etablissement", view.text("common.school"), schools(schools, "count.school.all"))
              .value(school.orElse("")));
    }
    return fields;
  }

  private List<Field.Choice> schools(List<Choices.School> schools, String first) {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text(first)));
    schools.forEach(s -> all.add(new Field.Choice(s.uai(), s.label())));
    return all;
  }

  private List<Field.Choice> storages(String uai) {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text("count.storage.all")));
    counts.storages(uai).forEach(place -> all.add(new Field.Choice(place, place)));
    return all;
  }

  private List<Field.Choice> models() {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text("count.model.all")));
    catalogue.names().forEach(m -> all.add(new Field.Choice(m.id().toString(), m.name())));
    return all;
  }
}
