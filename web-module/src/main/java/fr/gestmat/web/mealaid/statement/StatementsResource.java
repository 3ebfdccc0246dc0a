package fr.gestmat.web.mealaid.statement;

import fr.gestmat.mealaid.boundary.statement.Statements;
import fr.gestmat.mealaid.boundary.statement.Statements.Overview;
import fr.gestmat.mealaid.boundary.statement.Statements.Wanted;
import fr.gestmat.mealaid.entity.statement.StatementState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of a term. */
@Path("etats")
@RequestScoped
@OpenTo({"AID_MANAGER", "BURSAR"})
@Produces(Page.HTML)
public class StatementsResource {

  private static final int TERMS = 3;

  @Inject private Statements statements;
  @Inject private View view;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param overview the statements of the term
   * @param filters the fields of the filter
   * @param filtered whether the filter keeps only some of them
   * @param pager where the list goes on
   */
  public record ListPage(Overview overview, List<Field> filters, boolean filtered, Pager pager) {

    /** Whether pupils get a share of their invoice, which the school works out: no sum says it. */
    public boolean inShares(BigDecimal total, long pupils) {
      return pupils > 0 && total.signum() == 0;
    }
  }

  /** The statements that the address asks for. */
  @GET
  public Page list() {
    Wanted wanted = StatementAddress.read(address.getQueryParameters());
    Optional<Overview> found = statements.overview(wanted);
    if (found.isEmpty()) {
      if (wanted.campaign().isPresent()) {
        throw new NotFoundException();
      }
      return Page.of("mealaid/statement/none.jte");
    }
    Overview overview = found.get();
    boolean filtered = wanted.state().isPresent() || !wanted.school().isEmpty();
    return Page.of(
        "mealaid/statement/list.jte",
        new ListPage(overview, filters(overview, wanted), filtered, pager(overview, wanted)));
  }

  private static Pager pager(Overview overview, Wanted wanted) {
    var campaign = overview.campaign().id();
    return new Pager(
        wanted
            .after()
            .map(after -> StatementAddress.of(campaign, overview.term(), wanted, Optional.empty())),
        overview
            .next()
            .map(
                after ->
                    StatementAddress.of(campaign, overview.term(), wanted, Optional.of(after))));
  }

  private List<Field> filters(Overview overview, Wanted wanted) {
    List<Field> fields = new ArrayList<>();
    if (overview.campaigns().size() > 1) {
      fields.add(
          Field.select(
                  "campagne",
                  view.text("statement.campaign"),
                  overview.campaigns().stream()
                      .map(c -> new Field.Choice(c.id().toString(), c.name()))
                      .toList())
              .value(overview.campaign().id().toString())
              .mandatory());
    }
    List<Field.Choice> terms = new ArrayList<>();
    for (int term = 1; term <= TERMS; term++) {
      terms.add(new Field.Choice(Integer.toString(term), view.text("statement.term." + term)));
    }
    fields.add(
        Field.select("trimestre", view.text("statement.term"), terms)
            .value(Integer.toString(overview.term()))
            .mandatory());
    List<Field.Choice> states = new ArrayList<>();
    states.add(new Field.Choice("", view.text("statement.filter.all")));
    for (StatementState state : StatementState.values()) {
      states.add(new Field.Choice(state.name(), view.text("statement.state." + state)));
    }
    fields.add(
        Field.select("etat", view.text("statement.state"), states)
            .value(wanted.state().map(Enum::name).orElse("")));
    if (overview.manages()) {
      fields.add(
          Field.of("search", "etablissement", view.text("statement.school"))
              .value(wanted.school()));
    }
    return fields;
  }
}
