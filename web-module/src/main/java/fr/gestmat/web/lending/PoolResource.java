package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.transfer.Pools;
import fr.gestmat.lending.control.transfer.PoolRows;
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
import java.util.List;

/** The region's pools. */
@Path("materiels/transferts/lieux")
@RequestScoped
@OpenTo("REGION_MANAGER")
@Produces(Page.HTML)
public class PoolResource {

  private static final URI HERE = URI.create(TransfersResource.HERE + "/lieux");

  @Inject private Pools pools;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param pools those that there are
   * @param name the field of the form that creates one
   * @param errors what to correct
   */
  public record PoolsPage(List<PoolRows.Pool> pools, Field name, List<FieldError> errors) {}

  /** Those that there are. */
  @GET
  public Page list() {
    return page("", List.of());
  }

  /** Creates one. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> values) {
    String name = new Typed(values).text("name");
    Answer<String> answer = pools.create(name);
    if (answer instanceof Answer.Done<String> done) {
      flash.done(view.text("moveplan.place.created", name, done.value()));
      return Response.seeOther(HERE).build();
    }
    return page(name, MovePlanResource.errors(view, answer)).status(422);
  }

  private Page page(String typed, List<FieldError> errors) {
    return Page.of(
        "lending/places.jte",
        new PoolsPage(
            pools.list(),
            Field.text("name", view.text("moveplan.place.name"))
                .hint(view.text("moveplan.place.name.hint"))
                .value(typed)
                .mandatory()
                .errors(errors),
            errors));
  }
}
