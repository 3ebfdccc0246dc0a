package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.OwnIncidents;
import fr.gestmat.lending.boundary.stock.Answer;
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

/** A family's own devices, what happened to them, and what is asked for it. */
@OpenTo({"PUPIL", "GUARDIAN"})
@Path("famille/materiels")
@RequestScoped
@Produces(Page.HTML)
public class OwnIncidentResource {

  @Inject private OwnIncidents own;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The declaration of an incident.
   *
   * @param held the device
   * @param fields what is asked
   * @param errors what to correct
   */
  public record FormPage(OwnIncidents.Held held, List<Field> fields, List<FieldError> errors) {}

  /** All of it. */
  @GET
  public Page show() {
    return Page.of("lending/own.jte", own.overview());
  }

  /** The form. */
  @GET
  @Path("{loan}/sinistre")
  public Page form(@PathParam("loan") UUID loan) {
    return form(loan, new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Declares it. */
  @POST
  @Path("{loan}/sinistre")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response declare(@PathParam("loan") UUID loan, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<UUID> answer =
        own.declare(loan, IncidentFields.read(typed)).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("incident.own.declared"));
      return Response.seeOther(URI.create("/famille/materiels")).build();
    }
    return form(loan, typed, Sentences.of(view, "incident", answer, "kind")).status(422);
  }

  private Page form(UUID loan, Typed typed, List<FieldError> errors) {
    return Page.of(
        "lending/own-incident.jte",
        new FormPage(
            own.find(loan).orElseThrow(NotFoundException::new),
            IncidentFields.of(view, typed, errors),
            errors));
  }
}
