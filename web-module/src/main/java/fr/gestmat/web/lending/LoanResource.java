package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.LoanBook;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of loans. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("prets")
@RequestScoped
@Produces(Page.HTML)
public class LoanResource {

  @Inject private LoanBook loans;
  @Inject private Stock stock;
  @Inject private SchoolFields schoolFields;
  @Inject private View view;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page what the filter keeps
   * @param filters the fields of the filter
   * @param parameters the filter, to be handed on
   * @param pager where the list goes on
   * @param severalSchools whether the visitor sees more than one school
   */
  public record ListPage(
      LoanBook.Page page,
      List<Field> filters,
      List<Parameter> parameters,
      Pager pager,
      boolean severalSchools) {}

  /** The loans that the address asks for. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    LoanFilter filter = LoanAddress.read(query);
    long before = query.number("avant", Long.MAX_VALUE);
    LoanBook.Page page = loans.list(filter, before);
    List<Parameter> parameters = LoanAddress.write(filter);
    List<Choices.School> schools = stock.schools();
    return Page.of(
        "lending/loans.jte",
        new ListPage(
            page,
            filters(filter, schools),
            parameters,
            new Pager(
                before == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(Parameter.address("/prets", parameters)),
                page.next().map(key -> Parameter.address("/prets", parameters, "avant", "" + key))),
            schools.size() > 1));
  }

  private List<Field> filters(LoanFilter filter, List<Choices.School> schools) {
    List<Field.Choice> kinds = new ArrayList<>();
    for (LoanFilter.Kind kind : LoanFilter.Kind.values()) {
      kinds.add(new Field.Choice(kind.name(), view.text("stock.loans.kind." + kind)));
    }
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("search", "recherche", view.text("stock.loans.text")).value(filter.text()));
    fields.add(
        Field.select("prets", view.text("stock.loans.kind"), kinds).value(filter.kind().name()));
    fields.addAll(schoolFields.of(schools, filter.school(), filter.schoolClass()));
    return fields;
  }
}
