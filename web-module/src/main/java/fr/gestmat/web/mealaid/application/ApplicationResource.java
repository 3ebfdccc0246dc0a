package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.FamilyFile.File;
import fr.gestmat.mealaid.boundary.application.ReceiptPaper;
import fr.gestmat.mealaid.boundary.application.Sending;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** One application: where it stands, its receipt, changing it and taking it back. */
@Path("aide/demandes/{id}")
@RequestScoped
@OpenTo({"GUARDIAN", "AID_OFFICER"})
@Produces(Page.HTML)
public class ApplicationResource {

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private FamilyFile files;
  @Inject private Sending sending;
  @Inject private ReceiptPaper receipts;
  @Inject private View view;
  @Inject private Flash flash;

  /** Where it stands; a draft is seen in the form. */
  @GET
  public Response show() {
    File file = find();
    return file.state() == ApplicationState.DRAFT
        ? to(Addresses.application(id) + "/questions")
        : Page.of("mealaid/application/file.jte", file).status(200);
  }

  /** The receipt to print. */
  @GET
  @Path("recepisse")
  @Produces("application/pdf")
  public Response receipt() throws IOException {
    byte[] paper = receipts.write(id).orElseThrow(NotFoundException::new);
    return Response.ok(paper, "application/pdf")
        .header("Content-Disposition", "inline; filename=\"recepisse-aide-cantine.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Begins to change what was sent. */
  @POST
  @Path("modification")
  public Response amend() {
    if (sending.amend(id).orElseThrow(NotFoundException::new)) {
      return to(Addresses.summary(id));
    }
    flash.warn(view.text("aid.amend.notNow"));
    return to(Addresses.application(id));
  }

  /** Gives the changes up. */
  @POST
  @Path("modification/abandon")
  public Response drop() {
    if (sending.dropChanges(id).orElseThrow(NotFoundException::new)) {
      flash.done(view.text("aid.amend.dropped"));
    }
    return to(Addresses.application(id));
  }

  /** Asks before it is taken back. */
  @GET
  @Path("retrait")
  public Page withdraw() {
    File file = find();
    boolean draft = file.state() == ApplicationState.DRAFT;
    return Page.of(
        "view/confirm.jte",
        new Confirmation(
            view.text(draft ? "aid.delete.title" : "aid.withdraw.title", file.child()),
            view.text(draft ? "aid.delete.text" : "aid.withdraw.text", file.child()),
            Addresses.application(id) + "/retrait",
            Map.of(),
            view.text(draft ? "aid.delete.go" : "aid.withdraw.go"),
            draft ? "/aide" : Addresses.application(id)));
  }

  /** Takes it back. */
  @POST
  @Path("retrait")
  public Response withdrawn() {
    Answer<String> answer = sending.withdraw(id).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<String> done) {
      flash.done(view.text("aid.withdraw.done", done.value()));
      return to("/aide");
    }
    flash.refuse(AidSentences.errors(view, answer, "etat").get(0).message());
    return to(Addresses.application(id));
  }

  /** Puts it out of sight. */
  @POST
  @Path("masquage")
  public Response hide() {
    if (sending.hide(id).orElseThrow(NotFoundException::new)) {
      flash.done(view.text("aid.hidden"));
    }
    return to("/aide");
  }

  private File find() {
    return files.find(id).orElseThrow(NotFoundException::new);
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}
