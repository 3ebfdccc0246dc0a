package fr.gestmat.web.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.agreement.AgreementTemplates;
import fr.gestmat.lending.control.agreement.AgreementContent;
import fr.gestmat.lending.control.agreement.AgreementTexts.Version;
import fr.gestmat.lending.control.agreement.MergeField;
import fr.gestmat.lending.control.agreement.TextRule;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the texts of agreements are written, looked at with a real pupil, and published. */
@Path("conventions/textes")
@RequestScoped
@OpenTo({"REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class AgreementTextResource {

  private static final String HERE = "/conventions/textes";

  @Inject private AgreementTemplates templates;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The list.
   *
   * @param versions all versions, by name, the latest first
   */
  public record ListPage(List<Version> versions) {}

  /**
   * The form of a draft.
   *
   * @param id the draft; absent for a new one
   * @param version of the draft as it was read
   * @param fields the fields
   * @param merge what may stand between braces
   * @param errors what to correct
   */
  public record FormPage(
      Optional<UUID> id,
      int version,
      List<Field> fields,
      List<MergeField> merge,
      List<FieldError> errors) {}

  /**
   * A version as it reads for a pupil.
   *
   * @param version the version
   * @param search the field of the pupil's name
   * @param content what it says; absent if no pupil has that name
   */
  public record ShowPage(Version version, Field search, Optional<AgreementContent> content) {}

  /** All texts. */
  @GET
  public Page list() {
    return Page.of("agreement/texts.jte", new ListPage(templates.all()));
  }

  /** A new draft, empty or begun from another version. */
  @GET
  @Path("nouveau")
  public Page begin(@QueryParam("depuis") @DefaultValue("") String from) {
    TextRule.Typed text =
        IssueResource.id(from)
            .flatMap(templates::find)
            .map(Version::text)
            .orElseGet(() -> new TextRule.Typed("", "", "", ""));
    return form(Optional.empty(), 0, text, List.of());
  }

  /** Keeps a new draft. */
  @POST
  public Response create(
      @FormParam("nom") @DefaultValue("") String name,
      @FormParam("titre") @DefaultValue("") String title,
      @FormParam("texte") @DefaultValue("") String body,
      @FormParam("note") @DefaultValue("") String note) {
    TextRule.Typed text = new TextRule.Typed(name, title, body, note);
    return answer(Optional.empty(), 0, text, templates.create(text));
  }

  /** A version as it reads for a pupil. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id, @QueryParam("eleve") @DefaultValue("") String pupil) {
    Version version = find(id);
    return Page.of(
        "agreement/text.jte",
        new ShowPage(
            version,
            Field.of("search", "eleve", view.text("agreement.preview.pupil"))
                .hint(view.text("agreement.preview.pupil.hint"))
                .value(pupil),
            templates.preview(version.text(), pupil)));
  }

  /** The form of a draft. */
  @GET
  @Path("{id}/modification")
  public Page edit(@PathParam("id") UUID id) {
    Version version = find(id);
    if (version.published()) {
      throw new NotFoundException();
    }
    return form(Optional.of(id), version.version(), version.text(), List.of());
  }

  /** Keeps a draft. */
  @POST
  @Path("{id}/modification")
  public Response change(
      @PathParam("id") UUID id,
      @FormParam("version") @DefaultValue("0") int version,
      @FormParam("titre") @DefaultValue("") String title,
      @FormParam("texte") @DefaultValue("") String body,
      @FormParam("note") @DefaultValue("") String note) {
    TextRule.Typed text = new TextRule.Typed(find(id).text().name(), title, body, note);
    return answer(
        Optional.of(id),
        version,
        text,
        templates.change(id, version, text).orElseThrow(NotFoundException::new));
  }

  /** Publishes a draft. */
  @POST
  @Path("{id}/publication")
  public Response publish(
      @PathParam("id") UUID id, @FormParam("version") @DefaultValue("0") int version) {
    Answer<UUID> answer = templates.publish(id, version).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("agreement.published"));
    } else {
      flash.refuse(AgreementWords.errors(view, answer, "texte").get(0).message());
    }
    return Response.seeOther(URI.create(HERE + "/" + id)).build();
  }

  private Response answer(
      Optional<UUID> id, int version, TextRule.Typed text, Answer<UUID> answer) {
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("agreement.saved"));
      return Response.seeOther(URI.create(HERE + "/" + done.value())).build();
    }
    int fresh = answer instanceof Answer.Stale<UUID> stale ? stale.version() : version;
    return form(id, fresh, text, AgreementWords.errors(view, answer, "texte")).status(422);
  }

  private Page form(Optional<UUID> id, int version, TextRule.Typed text, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    if (id.isEmpty()) {
      fields.add(
          Field.text("nom", view.text("agreement.text.name"))
              .hint(view.text("agreement.text.name.hint"))
              .value(text.name())
              .mandatory()
              .errors(errors));
    }
    fields.add(
        Field.text("titre", view.text("agreement.text.title"))
            .value(text.title())
            .mandatory()
            .errors(errors));
    fields.add(
        Field.of("textarea", "texte", view.text("agreement.text.body"))
            .hint(view.text("agreement.text.body.hint"))
            .value(text.body())
            .mandatory()
            .errors(errors));
    fields.add(
        Field.of("textarea", "note", view.text("agreement.text.note"))
            .hint(view.text("agreement.text.note.hint"))
            .value(text.note())
            .errors(errors));
    return Page.of(
        "agreement/text-form.jte",
        new FormPage(id, version, fields, Arrays.asList(MergeField.values()), errors));
  }

  private Version find(UUID id) {
    return templates.find(id).orElseThrow(NotFoundException::new);
  }
}
