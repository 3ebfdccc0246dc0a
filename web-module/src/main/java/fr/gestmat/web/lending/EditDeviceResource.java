package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.stock.DeviceFile;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.query.DeviceSheet;
import fr.gestmat.web.security.OpenTo;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Corrects what is said of a device; who comes second is told, and loses nothing. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Path("materiels/{id}/modifier")
@RequestScoped
@Produces(Page.HTML)
public class EditDeviceResource {

  @Inject private Stock stock;
  @Inject private DeviceFile file;
  @Inject private DeviceFields fields;
  @Inject private View view;
  @Inject private Flash flash;

  /** The form of a device. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    DeviceSheet.Facts facts = editable(id);
    return fields.page(Optional.of(facts), facts.version(), DeviceFields.said(facts), List.of());
  }

  /** Corrects a device, or says why not with what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    int version = (int) typed.number("version", -1);
    DeviceSheet.Facts facts = editable(id);
    List<FieldError> unreadable = fields.unreadable(typed);
    if (!unreadable.isEmpty()) {
      return fields.page(Optional.of(facts), version, typed, unreadable).status(422);
    }
    Answer<UUID> answer =
        file.edit(id, version, DeviceFields.form(typed)).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("stock.device.saved", DeviceFields.form(typed).assetTag()));
      return Response.seeOther(URI.create("/materiels/" + done.value())).build();
    }
    int fresh = answer instanceof Answer.Stale<UUID> stale ? stale.version() : version;
    return fields.page(Optional.of(facts), fresh, typed, fields.errors(answer)).status(422);
  }

  private DeviceSheet.Facts editable(UUID id) {
    return stock
        .find(id, Long.MAX_VALUE)
        .filter(Stock.Card::mayEdit)
        .map(Stock.Card::facts)
        .orElseThrow(NotFoundException::new);
  }
}
