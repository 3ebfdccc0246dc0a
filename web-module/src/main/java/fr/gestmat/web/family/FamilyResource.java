package fr.gestmat.web.family;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.agreement.FamilyLending;
import fr.gestmat.lending.boundary.agreement.FamilyLending.ChildPage;
import fr.gestmat.lending.boundary.agreement.FamilyLending.Reading;
import fr.gestmat.lending.boundary.cession.FamilyCession;
import fr.gestmat.lending.control.agreement.FamilyReader;
import fr.gestmat.lending.control.cession.CessionBook.PupilLine;
import fr.gestmat.web.agreement.AgreementWords;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What a pupil or a guardian sees and does: the devices lent, and the agreements to sign. */
@Path("famille")
@RequestScoped
@OpenTo({"PUPIL", "GUARDIAN"})
@Produces(Page.HTML)
public class FamilyResource {

  @Inject private FamilyLending family;
  @Inject private FamilyCession cessions;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The choice between children.
   *
   * @param children whom the visitor may see
   */
  public record ChildrenPage(List<FamilyReader.Child> children) {}

  /**
   * What is lent to a pupil.
   *
   * @param page the devices and agreements
   * @param cessions what may be chosen at the end of schooling, or was
   */
  public record PupilPage(ChildPage page, List<PupilLine> cessions) {}

  /**
   * An agreement to read and sign.
   *
   * @param reading the agreement
   * @param errors why it could not be signed
   */
  public record ReadPage(Reading reading, List<FieldError> errors) {}

  /**
   * Where a visitor declines.
   *
   * @param reading the agreement
   * @param reason the field of the reason
   * @param errors what to correct
   */
  public record DeclinePage(Reading reading, Field reason, List<FieldError> errors) {}

  /** One's own page, or the choice between several children. */
  @GET
  public Response home() {
    List<FamilyReader.Child> children = family.children();
    return children.size() == 1
        ? Response.seeOther(URI.create("/famille/eleves/" + children.get(0).id())).build()
        : Page.of("family/children.jte", new ChildrenPage(children)).status(200);
  }

  /** What is lent to a pupil, and what is to be done. */
  @GET
  @Path("eleves/{id}")
  public Page child(@PathParam("id") UUID id) {
    ChildPage page = family.child(id).orElseThrow(NotFoundException::new);
    return Page.of("family/child.jte", new PupilPage(page, cessions.ofPupil(id)));
  }

  /** An agreement. */
  @GET
  @Path("conventions/{id}")
  public Page read(@PathParam("id") UUID id) {
    return Page.of("family/agreement.jte", new ReadPage(find(id), List.of()));
  }

  /** Signs it. */
  @POST
  @Path("conventions/{id}/signature")
  public Response sign(
      @PathParam("id") UUID id,
      @FormParam("lu") @DefaultValue("") String shown,
      @FormParam("accord") @DefaultValue("false") boolean agreed) {
    if (!agreed) {
      return again(id, List.of(new FieldError("accord", view.text("family.sign.mustAgree"))));
    }
    Answer<UUID> answer = family.sign(id, shown).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("family.signed"));
      return Response.seeOther(URI.create("/famille/eleves/" + done.value())).build();
    }
    return again(id, AgreementWords.errors(view, answer, "signature"));
  }

  /** Signs that everything came back. */
  @POST
  @Path("conventions/{id}/recu")
  public Response signReceipt(
      @PathParam("id") UUID id,
      @FormParam("lu") @DefaultValue("") String shown,
      @FormParam("accord") @DefaultValue("false") boolean agreed) {
    if (!agreed) {
      return again(id, List.of(new FieldError("accord", view.text("family.sign.mustAgree"))));
    }
    Answer<UUID> answer = family.signReceipt(id, shown).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("family.receipt.signed"));
      return Response.seeOther(URI.create("/famille/eleves/" + done.value())).build();
    }
    return again(id, AgreementWords.errors(view, answer, "signature"));
  }

  private Response again(UUID id, List<FieldError> errors) {
    return Page.of("family/agreement.jte", new ReadPage(find(id), errors)).status(422);
  }

  /** Where one says why one does not sign. */
  @GET
  @Path("conventions/{id}/refus")
  public Page decline(@PathParam("id") UUID id) {
    return declinePage(find(id), "", List.of());
  }

  /** Declines. */
  @POST
  @Path("conventions/{id}/refus")
  public Response declined(
      @PathParam("id") UUID id, @FormParam("motif") @DefaultValue("") String reason) {
    Answer<UUID> answer = family.decline(id, reason).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("family.declined"));
      return Response.seeOther(URI.create("/famille/eleves/" + done.value())).build();
    }
    return declinePage(find(id), reason, AgreementWords.errors(view, answer, "motif")).status(422);
  }

  private Page declinePage(Reading reading, String reason, List<FieldError> errors) {
    return Page.of(
        "family/decline.jte",
        new DeclinePage(
            reading,
            Field.of("textarea", "motif", view.text("family.decline.reason"))
                .hint(view.text("family.decline.reason.hint"))
                .value(reason)
                .mandatory()
                .errors(errors),
            errors));
  }

  private Reading find(UUID id) {
    return family.read(id).orElseThrow(NotFoundException::new);
  }
}
