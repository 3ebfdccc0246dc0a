package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.incident.Claims;
import fr.gestmat.lending.boundary.incident.EmergencyStock;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.entity.LoanState;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A claim that a device was given back, and the emergency stock. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/{id}/suivi")
@RequestScoped
@Produces(Page.HTML)
public class DeviceHandlingResource {

  @Inject private Claims claims;
  @Inject private EmergencyStock emergency;
  @Inject private Stock stock;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form of a claim.
   *
   * @param device public id of the device
   * @param assetTag its tag
   * @param on the field of the day
   * @param errors what to correct
   */
  public record ClaimPage(UUID device, String assetTag, Field on, List<FieldError> errors) {}

  /** The form. */
  @GET
  @Path("dit-rendu")
  public Page claim(@PathParam("id") UUID id) {
    return page(id, "", List.of());
  }

  /** Notes the claim. */
  @POST
  @Path("dit-rendu")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response claim(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Answer<LoanState> answer =
        claims.claim(id, typed.day("claimedOn")).orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, "incident", answer, "claimedOn");
    if (!errors.isEmpty()) {
      return page(id, typed.text("claimedOn"), errors).status(422);
    }
    flash.done(view.text("incident.claim.done"));
    return back(id);
  }

  /**
   * The form of a refusal.
   *
   * @param device public id of the device
   * @param assetTag its tag
   * @param on the day on which it was given back, says the pupil
   * @param reason the field of the reason
   * @param errors what to correct
   */
  public record RefusalPage(
      UUID device, String assetTag, LocalDate on, Field reason, List<FieldError> errors) {}

  /** Asks before a claim is refused, and why it is. */
  @GET
  @Path("refuser")
  public Page refuse(@PathParam("id") UUID id) {
    return refusalPage(id, "", List.of());
  }

  /** Refuses the claim: the loan is open again. */
  @POST
  @Path("refuser")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response refuse(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    String reason = new Typed(values).text("motif");
    Answer<Boolean> answer = claims.refuse(id, reason).orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, "incident", answer, "motif");
    if (errors.isEmpty()) {
      if (answer instanceof Answer.Done<Boolean> done && done.value()) {
        flash.done(view.text("incident.claimRefused.done"));
      } else {
        flash.warn(view.text("incident.claimRefused.untold"));
      }
      return back(id);
    }
    if (claims.claimed(id).isEmpty()) {
      flash.refuse(errors.get(0).message());
      return back(id);
    }
    return refusalPage(id, reason, errors).status(422);
  }

  private Page refusalPage(UUID id, String typed, List<FieldError> errors) {
    Stock.Card card = stock.find(id, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
    return Page.of(
        "lending/claim-refuse.jte",
        new RefusalPage(
            id,
            card.facts().assetTag(),
            claims.claimed(id).orElseThrow(NotFoundException::new),
            Field.of("textarea", "motif", view.text("incident.claimRefused.reason"))
                .hint(view.text("incident.claimRefused.reason.hint"))
                .value(typed)
                .mandatory()
                .errors(errors),
            errors));
  }

  /** Puts the device into the emergency stock, or back. */
  @POST
  @Path("secours")
  @OpenTo("REGION_MANAGER")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    boolean only =
        emergency.keep(id, new Typed(values).yes("only")).orElseThrow(NotFoundException::new);
    flash.done(view.text(only ? "incident.emergency.kept" : "incident.emergency.freed"));
    return back(id);
  }

  private Page page(UUID id, String typed, List<FieldError> errors) {
    Stock.Card card = stock.find(id, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
    return Page.of(
        "lending/claim.jte",
        new ClaimPage(
            id,
            card.facts().assetTag(),
            Field.of("date", "claimedOn", view.text("incident.claim.on"))
                .value(typed)
                .mandatory()
                .errors(errors),
            errors));
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/materiels/" + id)).build();
  }
}
