package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.register.NewDeliveries;
import fr.gestmat.lending.boundary.register.NewDeliveries.Recorded;
import fr.gestmat.lending.boundary.register.NewDevices;
import fr.gestmat.lending.boundary.register.NewDevices.Added;
import fr.gestmat.lending.boundary.register.NewDevices.NewDevice;
import fr.gestmat.lending.boundary.register.Registers;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Devices, loans and pupils for other systems, see {@code /api/openapi.json}. */
@Path("api/v1")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(MediaType.APPLICATION_JSON)
public class RegisterApi {

  @EJB private Registers registers;
  @EJB private NewDevices newDevices;
  @EJB private NewDeliveries newDeliveries;
  @Inject private View view;

  /** A page of devices. */
  @GET
  @Path("devices")
  public Response devices(@Context UriInfo uri) {
    ApiQuery query = new ApiQuery(uri);
    return page(
        registers.devices(
            query.text("school"),
            query.code("state", DeviceState.class),
            query.text("q").orElse(""),
            query.cursor().orElse(""),
            query.size()),
        ApiJson::device);
  }

  /** A page of loans. */
  @GET
  @Path("loans")
  public Response loans(@Context UriInfo uri) {
    ApiQuery query = new ApiQuery(uri);
    return page(
        registers.loans(
            query.text("school"),
            query.code("state", LoanState.class),
            query.id("pupil"),
            query.id("device"),
            query.yes("overdue"),
            query.numberCursor().orElse(Long.MAX_VALUE),
            query.size()),
        ApiJson::loan);
  }

  /** A page of pupils. */
  @GET
  @Path("pupils")
  public Response pupils(@Context UriInfo uri) {
    ApiQuery query = new ApiQuery(uri);
    return page(
        registers.pupils(
            query.text("school"),
            query.text("class"),
            query.numberCursor().orElse(0L),
            query.size()),
        ApiJson::pupil);
  }

  /** Adds a device. */
  @POST
  @Path("devices")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String text) {
    ApiBody body = ApiBody.of(text);
    Added added =
        newDevices.add(
            new NewDevice(
                body.text("school", 16),
                body.text("assetTag", 64),
                body.textOrNull("serial", 64),
                body.text("model", 120),
                body.textOrNull("storage", 80),
                body.codeOrNull("grade", ConditionGrade.class)));
    if (added instanceof Added.Done done) {
      return Response.status(Response.Status.CREATED)
          .entity(ApiJson.object(json -> ApiJson.device(json, done.device())))
          .build();
    }
    if (added instanceof Added.Wrong wrong) {
      throw new MalformedBodyException("form", wrong.field());
    }
    if (added instanceof Added.TagTaken) {
      return Problem.response(
          409,
          view.text("scan.problem.codeTaken"),
          view.text("scan.problem.codeTaken.detail"),
          view.requestId());
    }
    throw new NotFoundException();
  }

  /** Records a delivery with its devices. */
  @POST
  @Path("deliveries")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response deliver(String text) {
    Recorded recorded =
        newDeliveries.record(DeliveryBody.read(text)).orElseThrow(NotFoundException::new);
    return Response.status(Response.Status.CREATED)
        .entity(ApiJson.object(json -> DeliveryBody.write(json, recorded, view)))
        .build();
  }

  private static <T> Response page(
      Optional<Registers.Page<T>> page, BiConsumer<JsonGenerator, T> item) {
    Registers.Page<T> found = page.orElseThrow(NotFoundException::new);
    return Response.ok(ApiJson.page(found.items(), found.next().map(ApiQuery::cursorOf), item))
        .header("Cache-Control", "no-store")
        .build();
  }
}
