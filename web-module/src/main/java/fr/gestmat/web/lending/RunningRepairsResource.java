package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The devices that are away to be mended. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("reparations")
@RequestScoped
@Produces(Page.HTML)
public class RunningRepairsResource {

  private static final String SELF = "/reparations";

  @Inject private Repairs repairs;
  @Inject private SchoolFields schoolFields;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page the repairs
   * @param filters the fields of the filter; none if there is one school
   * @param parameters the filter, to be handed on
   * @param pager where the list goes on
   */
  public record ListPage(
      Repairs.RunningPage page, List<Field> filters, List<Parameter> parameters, Pager pager) {}

  /** Those that left first before the others. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    Optional<String> school = query.maybe("etablissement");
    long after = query.number("apres", 0);
    Repairs.RunningPage page = repairs.running(school, after);
    List<Parameter> parameters =
        school.map(uai -> new Parameter("etablissement", uai)).stream().toList();
    return Page.of(
        "lending/running-repairs.jte",
        new ListPage(
            page,
            schoolFields.school(repairs.schools(), school),
            parameters,
            new Pager(
                after == 0 ? Optional.empty() : Optional.of(Parameter.address(SELF, parameters)),
                page.next().map(key -> Parameter.address(SELF, parameters, "apres", "" + key)))));
  }
}
