package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.Reservations;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** The devices that are kept for pupils. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/reservations")
@RequestScoped
@Produces(Page.HTML)
public class ReservationsResource {

  private static final String HERE = "/materiels/reservations";

  @Inject private Reservations reservations;

  /**
   * The list.
   *
   * @param page a page of reservations
   * @param pager where the list goes on
   */
  public record ListPage(Reservations.Page page, Pager pager) {}

  /** The reservations, the oldest first. */
  @GET
  public Page list(@QueryParam("apres") @DefaultValue("0") long after) {
    Reservations.Page page = reservations.list(after);
    return Page.of(
        "lending/reservations.jte",
        new ListPage(
            page,
            new Pager(
                after == 0 ? Optional.empty() : Optional.of(HERE),
                page.next().map(key -> HERE + "?apres=" + key))));
  }
}
