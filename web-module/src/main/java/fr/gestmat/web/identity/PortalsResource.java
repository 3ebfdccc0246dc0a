package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.PortalAdministration;
import fr.gestmat.identity.boundary.PortalFile;
import fr.gestmat.identity.boundary.PortalForm;
import fr.gestmat.identity.boundary.PortalRefusal;
import fr.gestmat.identity.entity.Protocol;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The portals that people come through. */
@Path(PortalsResource.HERE)
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class PortalsResource {

  static final String HERE = "/administration/portails";

  /** What the directory feed AAF calls a person's id. */
  private static final String USUAL_ATTRIBUTE = "ENTPersonJointure";

  @Inject private PortalAdministration portals;
  @Inject private View view;
  @Inject private Flash flash;

  /** The portals. */
  @GET
  public Page list() {
    return Page.of("identity/portals.jte", new ListPage(portals.list()));
  }

  /** The form of a new portal. */
  @GET
  @Path("nouveau")
  public Page blank() {
    PortalForm empty = new PortalForm("", "", Protocol.CAS3, "", USUAL_ATTRIBUTE, Set.of(), true);
    return Page.of("identity/portal-form.jte", page(Optional.empty(), 0, empty, "", List.of()));
  }

  /** Adds a portal. */
  @POST
  public Response add(@BeanParam PortalInput input) {
    PortalForm form = input.form(input.key);
    Set<PortalRefusal> refusals = portals.add(form);
    return refusals.isEmpty()
        ? saved(form)
        : again(Optional.empty(), 0, form, input.schools, refusals);
  }

  /** The form of a portal. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    PortalFile file = portals.find(id).orElseThrow(NotFoundException::new);
    String codes =
        file.schools().stream().map(school -> school.uai()).collect(Collectors.joining("\n"));
    return Page.of(
        "identity/portal-form.jte",
        page(Optional.of(file), file.version(), file.form(), codes, List.of()));
  }

  /** Describes a portal anew. */
  @POST
  @Path("{id}")
  public Response edit(@PathParam("id") UUID id, @BeanParam PortalInput input) {
    PortalFile file = portals.find(id).orElseThrow(NotFoundException::new);
    PortalForm form = input.form(file.form().key());
    Set<PortalRefusal> refusals =
        portals.edit(id, input.version, form).orElseThrow(NotFoundException::new);
    return refusals.isEmpty()
        ? saved(form)
        : again(Optional.of(file), file.version(), form, input.schools, refusals);
  }

  private Response saved(PortalForm form) {
    flash.done(view.text("identity.portals.saved", form.name()));
    return Response.seeOther(URI.create(HERE)).build();
  }

  private Response again(
      Optional<PortalFile> file,
      int version,
      PortalForm form,
      String codes,
      Set<PortalRefusal> refusals) {
    String unknown = String.join(", ", portals.unknown(form.uais()));
    List<FieldError> errors =
        refusals.stream()
            .sorted()
            .map(
                reason ->
                    new FieldError(
                        field(reason),
                        view.text("identity.portals.refusal." + reason.name(), unknown)))
            .toList();
    return Page.of("identity/portal-form.jte", page(file, version, form, codes, errors))
        .status(422);
  }

  private static String field(PortalRefusal reason) {
    return switch (reason) {
      case KEY, KEY_TAKEN -> "key";
      case NAME, CHANGED_MEANWHILE -> "name";
      case ADDRESS -> "baseUrl";
      case ATTRIBUTE -> "attribute";
      case SCHOOLS -> "schools";
      case LAST_ADMINISTRATOR -> "active";
    };
  }

  private FormPage page(
      Optional<PortalFile> file,
      int version,
      PortalForm form,
      String codes,
      List<FieldError> errors) {
    List<Field.Choice> protocols =
        Stream.of(Protocol.values())
            .map(one -> new Field.Choice(one.name(), view.text("identity.portals." + one.name())))
            .toList();
    return new FormPage(
        file,
        version,
        Field.text("key", view.text("identity.portals.key"))
            .hint(view.text("identity.portals.key.hint"))
            .value(form.key())
            .mandatory()
            .errors(errors),
        Field.text("name", view.text("identity.portals.name"))
            .hint(view.text("identity.portals.name.hint"))
            .value(form.name())
            .mandatory()
            .errors(errors),
        Field.text("baseUrl", view.text("identity.portals.address"))
            .hint(view.text("identity.portals.address.hint"))
            .value(form.baseUrl())
            .mandatory()
            .errors(errors),
        Field.radio("protocol", view.text("identity.portals.protocol"), protocols)
            .hint(view.text("identity.portals.protocol.hint"))
            .value(form.protocol().name())
            .mandatory()
            .errors(errors),
        Field.text("attribute", view.text("identity.portals.attribute"))
            .hint(view.text("identity.portals.attribute.hint"))
            .value(form.personIdAttribute())
            .mandatory()
            .errors(errors),
        Field.of("textarea", "schools", view.text("identity.portals.schools"))
            .hint(view.text("identity.portals.schools.hint"))
            .value(codes)
            .errors(errors),
        Field.checkbox("active", view.text("identity.portals.active"))
            .value(String.valueOf(form.active()))
            .errors(errors),
        errors);
  }

  /** What the form sends. */
  public static class PortalInput {

    @FormParam("version")
    @DefaultValue("0")
    int version;

    @FormParam("key")
    @DefaultValue("")
    String key = "";

    @FormParam("name")
    @DefaultValue("")
    String name = "";

    @FormParam("protocol")
    @DefaultValue("CAS3")
    String protocol = "";

    @FormParam("baseUrl")
    @DefaultValue("")
    String baseUrl = "";

    @FormParam("attribute")
    @DefaultValue("")
    String attribute = "";

    @FormParam("schools")
    @DefaultValue("")
    String schools = "";

    @FormParam("active")
    @DefaultValue("")
    String active = "";

    private PortalForm form(String itsKey) {
      return new PortalForm(
          itsKey.strip(),
          name.strip(),
          protocol.equals("CAS2") ? Protocol.CAS2 : Protocol.CAS3,
          baseUrl.strip().replaceAll("/+$", ""),
          attribute.strip(),
          Stream.of(schools.toUpperCase(Locale.ROOT).split("[\\s,;]+", -1))
              .filter(code -> !code.isEmpty())
              .collect(Collectors.toSet()),
          active.equals("true"));
    }
  }

  /**
   * The list.
   *
   * @param portals of the authority
   */
  public record ListPage(List<PortalFile> portals) {}

  /**
   * The form of a portal.
   *
   * @param file as it is; absent for a new one
   * @param version as it was read
   * @param key short stable name
   * @param name name on the screens
   * @param baseUrl address of its CAS server
   * @param protocol how it speaks
   * @param attribute how it names a person's id in the directory
   * @param schools codes of the schools it may speak for
   * @param active whether people may come through it
   * @param errors what to correct
   */
  public record FormPage(
      Optional<PortalFile> file,
      int version,
      Field key,
      Field name,
      Field baseUrl,
      Field protocol,
      Field attribute,
      Field schools,
      Field active,
      List<FieldError> errors) {}
}
