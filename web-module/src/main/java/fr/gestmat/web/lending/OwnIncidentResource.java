package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** A family's own devices, what happened to them, and what is asked for it. */
@OpenTo({"PUPIL", "GUARDIAN"})
@Path("famille/materiels")
@RequestScoped
@Produces(Page.HTML)
public class OwnIncidentResource {

  @Inject private OwnIncidents own;

  /** All of it. */
  @GET
  public Page show() {
    return Page.of("lending/own.jte", own.overview());
  }

  /** Which device a declaration is about; not asked if there is only one. */
  @GET
  @Path("declarer")
  public Response which() {
    List<OwnIncidents.Held> held = own.overview().held();
    return held.size() == 1
        ? Response.seeOther(URI.create("/famille/materiels/" + held.get(0).loan() + "/sinistre"))
            .build()
        : Page.of("lending/own-which.jte", own.overview()).status(200);
  }
}
