package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.incident.IncidentPapers;
import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param incident the incident
   * @param files its police report and photos
   * @param report the fields of a police report, if it may be added
   * @param errors what to correct
   */
  public record CardPage(
      Incident incident, List<Attached> files, List<Field> report, List<FieldError> errors) {}

  /** What was sent, and where it stands. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    return page(id, new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Adds the number of a police report, which the family did not have at first. */
  @POST
  @Path("plainte")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response report(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<UUID> answer =
        own.report(id, typed.text("policeReport"), typed.day("policeReportOn"))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("incident.own.reported"));
      return Response.seeOther(URI.create("/famille/sinistres/" + id)).build();
    }
    return page(id, typed, Sentences.of(view, "incident", answer, "policeReport")).status(422);
  }

  private Page page(UUID id, Typed typed, List<FieldError> errors) {
    Incident incident = own.incident(id).orElseThrow(NotFoundException::new);
    List<Field> fields =
        incident.takesReport()
            ? List.of(
                Field.text("policeReport", view.text("stock.declare.policeReport"))
                    .hint(view.text("stock.declare.policeReport.hint"))
                    .value(typed.text("policeReport"))
                    .mandatory()
                    .errors(errors),
                Field.of("date", "policeReportOn", view.text("incident.policeReportOn"))
                    .value(typed.text("policeReportOn"))
                    .mandatory()
                    .errors(errors))
            : List.of();
    return Page.of(
        "lending/own-incident-card.jte", new CardPage(incident, papers.of(id), fields, errors));
  }
}
