package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.incident.IncidentDeclarations;
import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.boundary.incident.IncidentPapers;
import fr.gestmat.lending.boundary.incident.Incidents;
import fr.gestmat.lending.boundary.incident.PoliceReports;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.lending.control.incident.IncidentJournal;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.TimelineEntry;
import fr.gestmat.web.view.Tone;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Incidents: their list, the declaration, and the page of each. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("sinistres")
@RequestScoped
@Produces(Page.HTML)
public class IncidentResource {

  @Inject private Incidents incidents;
  @Inject private IncidentDeclarations declarations;
  @Inject private IncidentPapers papers;
  @Inject private PoliceReports reports;
  @Inject private View view;
  @Inject private Flash flash;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param page the incidents
   * @param running whether only those that are not over are shown
   * @param pager where the list goes on
   * @param reports how many police reports wait to be looked at; absent for who doesn't decide
   */
  public record ListPage(
      Incidents.Page page, boolean running, Pager pager, Optional<Long> reports) {}

  /**
   * The declaration of an incident.
   *
   * @param device public id of the device
   * @param subject whom it concerns
   * @param fields what is asked
   * @param errors what to correct
   */
  public record FormPage(
      UUID device,
      IncidentDeclarations.Subject subject,
      List<Field> fields,
      List<FieldError> errors) {}

  /**
   * An incident.
   *
   * @param card what is known
   * @param files its police report and photos
   * @param fields the form of police report and insurance
   * @param errors what to correct
   * @param history its history in words
   */
  public record CardPage(
      Incidents.Card card,
      List<Attached> files,
      List<Field> fields,
      List<FieldError> errors,
      List<TimelineEntry> history) {}

  /** The incidents that are not over, or all of them. */
  @GET
  public Page list() {
    Typed query = new Typed(address.getQueryParameters());
    boolean running = !query.text("tous").equals("oui");
    long before = query.number("avant", Long.MAX_VALUE);
    Incidents.Page page = incidents.list(running, before);
    String self = running ? "/sinistres?tous=non" : "/sinistres?tous=oui";
    return Page.of(
        "lending/incidents.jte",
        new ListPage(
            page,
            running,
            new Pager(
                before == Long.MAX_VALUE ? Optional.empty() : Optional.of(self),
                page.next().map(key -> self + "&avant=" + key)),
            decides() ? Optional.of(reports.count()) : Optional.empty()));
  }

  /** The form that declares an incident of the device in {@code materiel}. */
  @GET
  @Path("nouveau")
  public Page form() {
    UUID device =
        new Typed(address.getQueryParameters()).id("materiel").orElseThrow(NotFoundException::new);
    return form(device, new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Declares it. */
  @POST
  @Path("nouveau")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response declare(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    UUID device = typed.id("materiel").orElseThrow(NotFoundException::new);
    IncidentForm form = IncidentFields.read(typed);
    Answer<UUID> answer =
        declarations
            .declare(device, form, typed.yes("lastHolder"))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("incident.declared"));
      return to(done.value());
    }
    return form(device, typed, Sentences.of(view, "incident", answer, "kind")).status(422);
  }

  /** One incident. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    Incidents.Card card = incidents.find(id).orElseThrow(NotFoundException::new);
    return page(card, Optional.empty(), List.of());
  }

  /** Applies policy. */
  @POST
  @Path("{id}/decider")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return done(id, incidents.decide(id, version(values)), "incident.decided");
  }

  /** Keeps police report and insurance. */
  @POST
  @Path("{id}/completer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response describe(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<UUID> answer =
        incidents
            .describe(
                id,
                version(values),
                typed.text("policeReport"),
                typed.day("policeReportOn"),
                typed.text("insurer"),
                typed.text("insuranceReference"))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("incident.described"));
      return to(id);
    }
    Incidents.Card card = incidents.find(id).orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, "incident", answer, "policeReport");
    return page(card, Optional.of(typed), errors).status(422);
  }

  /** The police report that the family added is looked at. */
  @POST
  @Path("{id}/plainte")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirmReport(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return done(id, incidents.confirmReport(id, version(values)), "incident.report.confirmed");
  }

  /** Says that it is settled. */
  @POST
  @Path("{id}/clore")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return done(id, incidents.close(id, version(values)), "incident.closed");
  }

  /** Says that it never was. */
  @POST
  @Path("{id}/annuler")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return done(id, incidents.cancel(id, version(values)), "incident.cancelled");
  }

  private boolean decides() {
    return view.visitor().hasAny(Set.of("LOAN_MANAGER", "REGION_MANAGER"));
  }

  private Response done(UUID id, Optional<Answer<UUID>> answer, String said) {
    List<FieldError> errors =
        Sentences.of(view, "incident", answer.orElseThrow(NotFoundException::new), "kind");
    if (errors.isEmpty()) {
      flash.done(view.text(said));
    } else {
      flash.refuse(errors.get(0).message());
    }
    return to(id);
  }

  private Page form(UUID device, Typed typed, List<FieldError> errors) {
    IncidentDeclarations.Subject subject =
        declarations.subject(device).orElseThrow(NotFoundException::new);
    List<Field> fields = IncidentFields.of(view, typed, errors);
    if (subject.holder().isPresent() && !subject.holds()) {
      fields.add(
          Field.checkbox("lastHolder", view.text("incident.lastHolder", subject.holder().get()))
              .value(String.valueOf(typed.yes("lastHolder"))));
    }
    return Page.of("lending/incident-form.jte", new FormPage(device, subject, fields, errors));
  }

  private Page page(Incidents.Card card, Optional<Typed> typed, List<FieldError> errors) {
    var incident = card.incident();
    List<Field> fields =
        List.of(
            Field.text("policeReport", view.text("incident.policeReport"))
                .hint(view.text("incident.policeReport.hint"))
                .value(typed.map(t -> t.text("policeReport")).orElse(incident.policeReport()))
                .errors(errors),
            Field.of("date", "policeReportOn", view.text("incident.policeReportOn"))
                .value(
                    typed
                        .map(t -> t.text("policeReportOn"))
                        .orElse(incident.policeReportOn().map(Object::toString).orElse("")))
                .errors(errors),
            Field.text("insurer", view.text("incident.insurer"))
                .value(typed.map(t -> t.text("insurer")).orElse(incident.insurer()))
                .errors(errors),
            Field.text("insuranceReference", view.text("incident.insuranceReference"))
                .value(
                    typed
                        .map(t -> t.text("insuranceReference"))
                        .orElse(incident.insuranceReference()))
                .errors(errors));
    return Page.of(
        "lending/incident.jte",
        new CardPage(
            card,
            papers.of(incident.id()),
            fields,
            errors,
            card.history().stream().map(this::tell).toList()));
  }

  private TimelineEntry tell(IncidentJournal.Line line) {
    return new TimelineEntry(
        line.at(),
        Tone.NEUTRAL,
        view.text("history." + line.action()),
        view.text("history.by", line.actor()));
  }

  private static int version(MultivaluedMap<String, String> values) {
    return (int) new Typed(values).number("version", -1);
  }

  private static Response to(UUID id) {
    return Response.seeOther(URI.create("/sinistres/" + id)).build();
  }
}
