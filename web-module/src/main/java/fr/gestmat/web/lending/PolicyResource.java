package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.policy.Policies;
import fr.gestmat.lending.control.policy.PolicyDraft;
import fr.gestmat.lending.control.policy.PolicyHistory;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The lending policy of an authority: its versions, and the form of one. */
@OpenTo({"REGION_MANAGER", "ADMIN"})
@Path("reglement")
@RequestScoped
@Produces(Page.HTML)
public class PolicyResource {

  private static final String HOME = "/reglement";

  @Inject private Policies policies;
  @Inject private View view;
  @Inject private Flash flash;
  @Context private UriInfo address;

  /**
   * The list.
   *
   * @param versions all versions, the latest first
   * @param inForce the one that decides now
   */
  public record ListPage(List<Policies.Line> versions, Optional<Policies.Line> inForce) {}

  /**
   * The form of a version, or its reading when it is over.
   *
   * @param id its id; absent for a new one
   * @param version as it was read
   * @param standing where it stands; a new one comes
   * @param groups the fields
   * @param errors what to correct
   * @param history who changed what
   */
  public record FormPage(
      Optional<UUID> id,
      int version,
      Policies.Standing standing,
      List<PolicyFields.Group> groups,
      List<FieldError> errors,
      List<TimelineEntry> history) {

    /** Whether it is over, and can only be read. */
    public boolean over() {
      return standing == Policies.Standing.OVER;
    }

    /** Whether it can still be removed. */
    public boolean removable() {
      return id.isPresent() && standing == Policies.Standing.COMING;
    }
  }

  /** All versions. */
  @GET
  public Page list() {
    List<Policies.Line> versions = policies.versions().orElseThrow(NotFoundException::new);
    return Page.of(
        "lending/policies.jte",
        new ListPage(
            versions,
            versions.stream().filter(v -> v.standing() == Policies.Standing.IN_FORCE).findFirst()));
  }

  /** The form of a new version, filled in with what the last one says, or the one in {@code de}. */
  @GET
  @Path("nouveau")
  public Page blank() {
    Typed query = new Typed(address.getQueryParameters());
    PolicyDraft draft = policies.proposal(query.id("de")).orElseThrow(NotFoundException::new);
    return form(Optional.empty(), 0, Policies.Standing.COMING, draft, List.of(), List.of());
  }

  /** Adds a version. */
  @POST
  @Path("nouveau")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> values) {
    PolicyDraft draft = PolicyReading.read(new Typed(values));
    Answer<UUID> answer = policies.create(draft).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      return saved(draft);
    }
    List<FieldError> errors = Sentences.of(view, "policy", answer, "name");
    return form(Optional.empty(), 0, Policies.Standing.COMING, draft, errors, List.of())
        .status(422);
  }

  /** One version. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    Policies.Card card = policies.find(id).orElseThrow(NotFoundException::new);
    return form(
        Optional.of(id), card.version(), card.standing(), card.draft(), List.of(), card.history());
  }

  /** Changes a version. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    PolicyDraft draft = PolicyReading.read(typed);
    int version = (int) typed.number("version", -1);
    Answer<UUID> answer = policies.edit(id, version, draft).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      return saved(draft);
    }
    Policies.Card card = policies.find(id).orElseThrow(NotFoundException::new);
    int fresh = answer instanceof Answer.Stale<UUID> stale ? stale.version() : version;
    return form(
            Optional.of(id),
            fresh,
            card.standing(),
            draft,
            Sentences.of(view, "policy", answer, "name"),
            card.history())
        .status(422);
  }

  /** Removes a version that has not begun. */
  @POST
  @Path("{id}/retirer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    int version = (int) new Typed(values).number("version", -1);
    Answer<UUID> answer = policies.remove(id, version).orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, "policy", answer, "name");
    if (errors.isEmpty()) {
      flash.done(view.text("policy.removed"));
    } else {
      flash.refuse(errors.get(0).message());
    }
    return Response.seeOther(URI.create(HOME)).build();
  }

  private Response saved(PolicyDraft draft) {
    flash.done(view.text("policy.saved", draft.name()));
    return Response.seeOther(URI.create(HOME)).build();
  }

  private Page form(
      Optional<UUID> id,
      int version,
      Policies.Standing standing,
      PolicyDraft draft,
      List<FieldError> errors,
      List<PolicyHistory.Line> history) {
    return Page.of(
        "lending/policy-form.jte",
        new FormPage(
            id,
            version,
            standing,
            PolicyFields.of(view, draft, errors),
            errors,
            history.stream().map(this::tell).toList()));
  }

  private TimelineEntry tell(PolicyHistory.Line line) {
    String changes =
        line.changes().stream()
            .map(
                c ->
                    view.text("policy.changed", name(c.field()), word(c.before()), word(c.after())))
            .collect(Collectors.joining(" "));
    return new TimelineEntry(
        line.at(),
        Tone.NEUTRAL,
        view.text("history." + line.action()),
        view.text("history.by", line.actor()) + ". " + changes);
  }

  private String name(String field) {
    int kind = field.indexOf('_');
    return kind < 0
        ? view.text("policy.field." + field)
        : view.text("policy.field." + field.substring(0, kind))
            + " ("
            + view.text("policy.group." + field.substring(kind + 1))
            + ")";
  }

  private String word(String value) {
    String key = "policy.value." + value;
    return value.isEmpty() ? view.text("policy.nothing") : view.knows(key) ? view.text(key) : value;
  }
}
