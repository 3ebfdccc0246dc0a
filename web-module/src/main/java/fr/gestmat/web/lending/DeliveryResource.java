package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.delivery.Deliveries;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The list of deliveries, the page of each, and its reception. */
@Path("materiels/livraisons")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class DeliveryResource {

  static final String HERE = "/materiels/livraisons";

  @Inject private Deliveries deliveries;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The list.
   *
   * @param page its deliveries
   * @param pager where the list goes on
   * @param mayAnnounce whether the visitor may announce one
   */
  public record ListPage(Deliveries.Page page, Pager pager, boolean mayAnnounce) {}

  /** The deliveries, the latest first. */
  @GET
  public Page list(@QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
    Deliveries.Page page = deliveries.list(before);
    return Page.of(
        "lending/deliveries.jte",
        new ListPage(
            page,
            new Pager(
                before == Long.MAX_VALUE ? Optional.empty() : Optional.of(HERE),
                page.next().map(key -> HERE + "?avant=" + key)),
            deliveries.mayAnnounce()));
  }

  /** One delivery. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    return Page.of("lending/delivery.jte", deliveries.find(id).orElseThrow(NotFoundException::new));
  }

  /** Receives all that is still expected. */
  @POST
  @Path("{id}/recevoir")
  public Response receive(@PathParam("id") UUID id) {
    long received = deliveries.receive(id).orElseThrow(NotFoundException::new);
    flash.done(view.text("delivery.receivedNow", received));
    return Response.seeOther(URI.create(HERE + "/" + id)).build();
  }
}
