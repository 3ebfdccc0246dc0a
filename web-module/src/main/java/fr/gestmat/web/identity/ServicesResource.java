package fr.gestmat.web.identity;

import fr.gestmat.access.Offering;
import fr.gestmat.identity.boundary.ServiceAdministration;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which services the authority runs. */
@Path("administration/services")
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class ServicesResource {

  @Inject private ServiceAdministration services;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param fields one for each service
   * @param errors what to correct
   */
  public record ServicesPage(List<Field> fields, List<FieldError> errors) {}

  /** Those that it runs now. */
  @GET
  public Page show() {
    return page(services.services(), List.of());
  }

  /** Says which it runs from now on. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(MultivaluedMap<String, String> values) {
    Set<Offering> wanted = EnumSet.noneOf(Offering.class);
    for (Offering service : Offering.values()) {
      if ("true".equals(values.getFirst(name(service)))) {
        wanted.add(service);
      }
    }
    if (!services.decide(wanted)) {
      return page(
              wanted,
              List.of(
                  new FieldError(name(Offering.LENDING), view.text("identity.services.noneRuns"))))
          .status(422);
    }
    flash.done(view.text("identity.services.saved"));
    return Response.seeOther(URI.create("/administration/services")).build();
  }

  private Page page(Set<Offering> run, List<FieldError> errors) {
    List<Field> fields =
        Arrays.stream(Offering.values())
            .map(
                service ->
                    Field.checkbox(name(service), view.text("identity.services." + name(service)))
                        .hint(view.text("identity.services." + name(service) + ".hint"))
                        .value(String.valueOf(run.contains(service)))
                        .errors(errors))
            .toList();
    return Page.of("identity/services.jte", new ServicesPage(fields, errors));
  }

  private static String name(Offering service) {
    return service.name().toLowerCase(Locale.ROOT);
  }
}
