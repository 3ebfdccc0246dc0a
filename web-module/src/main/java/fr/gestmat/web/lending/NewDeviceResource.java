package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.stock.DeviceFile;
import fr.gestmat.web.security.OpenTo;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registers a device by hand. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Path("materiels/nouveau")
@RequestScoped
@Produces(Page.HTML)
public class NewDeviceResource {

  @Inject private DeviceFile file;
  @Inject private DeviceFields fields;
  @Inject private View view;
  @Inject private Flash flash;

  /** The empty form. */
  @GET
  public Page blank() {
    return fields.page(Optional.empty(), 0, new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Registers a device, or says why not with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    List<FieldError> unreadable = fields.unreadable(typed);
    if (!unreadable.isEmpty()) {
      return fields.page(Optional.empty(), 0, typed, unreadable).status(422);
    }
    Answer<UUID> answer = file.create(DeviceFields.form(typed));
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("stock.device.created", DeviceFields.form(typed).assetTag()));
      return Response.seeOther(URI.create("/materiels/" + done.value())).build();
    }
    return fields.page(Optional.empty(), 0, typed, fields.errors(answer)).status(422);
  }
}
