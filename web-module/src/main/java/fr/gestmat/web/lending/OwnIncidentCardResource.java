package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.IncidentPapers;
import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;

/** One incident, as the family sees it after it was sent. */
@OpenTo({"PUPIL", "GUARDIAN"})
@Path("famille/sinistres/{id}")
@RequestScoped
@Produces(Page.HTML)
public class OwnIncidentCardResource {

  @Inject private OwnIncidents own;
  @Inject private IncidentPapers papers;

  /**
   * The page.
   *
   * @param incident the incident
   * @param files its police report and photos
   */
  public record CardPage(Incident incident, List<Attached> files) {}

  /** What was sent, and where it stands. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    Incident incident = own.incident(id).orElseThrow(NotFoundException::new);
    return Page.of("lending/own-incident-card.jte", new CardPage(incident, papers.of(id)));
  }
}
