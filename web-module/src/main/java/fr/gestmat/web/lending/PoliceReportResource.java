package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.PoliceReports;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The police reports that wait to be looked at. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("sinistres/plaintes")
@RequestScoped
@Produces(Page.HTML)
public class PoliceReportResource {

  private static final String SELF = "/sinistres/plaintes";

  @Inject private PoliceReports reports;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page the incidents
   * @param pager where the list goes on
   */
  public record ListPage(PoliceReports.Page page, Pager pager) {}

  /** Those that wait longest before the others. */
  @GET
  public Page list() {
    long after = new Typed(address.getQueryParameters()).number("apres", 0);
    PoliceReports.Page page = reports.waiting(after);
    return Page.of(
        "lending/police-reports.jte",
        new ListPage(
            page,
            new Pager(
                after == 0 ? Optional.empty() : Optional.of(SELF),
                page.next().map(key -> SELF + "?apres=" + key))));
  }
}
