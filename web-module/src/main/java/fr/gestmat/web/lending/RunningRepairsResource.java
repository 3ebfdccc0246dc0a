package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.Repairs;
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

/** The devices that are away to be mended. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("reparations")
@RequestScoped
@Produces(Page.HTML)
public class RunningRepairsResource {

  private static final String SELF = "/reparations";

  @Inject private Repairs repairs;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page the repairs
   * @param pager where the list goes on
   */
  public record ListPage(Repairs.RunningPage page, Pager pager) {}

  /** Those that left first before the others. */
  @GET
  public Page list() {
    long after = new Typed(address.getQueryParameters()).number("apres", 0);
    Repairs.RunningPage page = repairs.running(after);
    return Page.of(
        "lending/running-repairs.jte",
        new ListPage(
            page,
            new Pager(
                after == 0 ? Optional.empty() : Optional.of(SELF),
                page.next().map(key -> SELF + "?apres=" + key))));
  }
}
