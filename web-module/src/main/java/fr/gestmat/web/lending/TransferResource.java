package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.transfer.SlipDesk;
import fr.gestmat.lending.boundary.transfer.Transfers;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.transfer.SlipAnswer;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
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
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The slip of a transfer: what is on it, the station that fills it, sending, receiving, cancelling.
 */
@Path("materiels/transferts")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(Page.HTML)
public class TransferResource {

  @Inject private Transfers transfers;
  @EJB private SlipDesk desk;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Clock clock;

  /**
   * The question before a transfer is cancelled.
   *
   * @param card the transfer
   * @param reason what was typed
   * @param errors what to correct
   */
  public record CancelPage(Transfers.Card card, String reason, List<FieldError> errors) {}

  /**
   * The station that fills a slip.
   *
   * @param card the transfer
   * @param station what every station has
   */
  public record StationPage(Transfers.Card card, Station station) {}

  /** One transfer. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    return Page.of("lending/transfer.jte", card(id));
  }

  /** What is on the slip: the part of the page that a script keeps fresh. */
  @GET
  @Path("{id}/avancement")
  public Page progress(@PathParam("id") UUID id) {
    return Page.of("lending/transfer-progress.jte", card(id).slip());
  }

  /** Opens the station. */
  @GET
  @Path("{id}/lecture")
  public Page station(@PathParam("id") UUID id) {
    Transfers.Card card = card(id);
    if (!card.mayScan()) {
      throw new NotFoundException();
    }
    String back = TransfersResource.HERE + "/" + id;
    return Page.of(
        "lending/transfer-station.jte",
        new StationPage(
            card,
            new Station(
                view.text("transfer.station"),
                back,
                view.text("transfer.back", card.slip().code()),
                view.text("transfer.way", card.slip().from().name(), card.slip().to().name()),
                "slip:" + id,
                "/api/v1/transfers/" + id + "/scans",
                back + "/avancement",
                back + "/lecture",
                Station.texts(view, "transfer"),
                UUID.randomUUID(),
                clock.instant())));
  }

  /** Takes one code from a page without its script. */
  @POST
  @Path("{id}/lecture")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response scan(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    SlipAnswer answer =
        desk.scan(id, typed.id("scan").orElseGet(UUID::randomUUID), typed.raw("code"))
            .orElseThrow(NotFoundException::new);
    String sentence = TransferTexts.sentence(view, answer);
    if (answer.finding().outcome() == Outcome.OK) {
      flash.done(sentence);
    } else if (answer.finding().outcome() == Outcome.WARNING) {
      flash.warn(sentence);
    } else {
      flash.refuse(sentence);
    }
    return go(id, "/lecture");
  }

  /** Takes a device off the slip. */
  @POST
  @Path("{id}/retirer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    UUID device = new Typed(values).id("device").orElseThrow(NotFoundException::new);
    if (!transfers.remove(id, device)) {
      throw new NotFoundException();
    }
    flash.done(view.text("transfer.removed"));
    return go(id, "");
  }

  /** Sends what is on the slip. */
  @POST
  @Path("{id}/envoyer")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Response send(@PathParam("id") UUID id) {
    Answer<Integer> answer = transfers.send(id).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(
          done.value() < 0
              ? view.text("transfer.sentBefore")
              : view.text("transfer.sentNow", done.value()));
    } else {
      flash.refuse(TransferTexts.errors(view, answer).get(0).message());
    }
    return go(id, "");
  }

  /** Receives all that is on its way. */
  @POST
  @Path("{id}/recevoir")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Response receive(@PathParam("id") UUID id) {
    Answer<Integer> answer = transfers.receive(id).orElseThrow(NotFoundException::new);
    flash.done(view.text("transfer.receivedNow", ((Answer.Done<Integer>) answer).value()));
    return go(id, "");
  }

  /** Asks before cancelling. */
  @GET
  @Path("{id}/annuler")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Page askToCancel(@PathParam("id") UUID id) {
    return Page.of("lending/transfer-cancel.jte", new CancelPage(cancellable(id), "", List.of()));
  }

  /** Cancels it. */
  @POST
  @Path("{id}/annuler")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    String reason = new Typed(values).text("reason");
    Answer<Integer> answer = transfers.cancel(id, reason).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(
          done.value() < 0
              ? view.text("transfer.cancelledBefore")
              : view.text("transfer.cancelledNow", done.value()));
      return go(id, "");
    }
    List<FieldError> errors = TransferTexts.errors(view, answer);
    Optional<Transfers.Card> card = transfers.find(id).filter(Transfers.Card::mayCancel);
    if (card.isEmpty()) {
      flash.warn(errors.get(0).message());
      return go(id, "");
    }
    return Page.of("lending/transfer-cancel.jte", new CancelPage(card.get(), reason, errors))
        .status(422);
  }

  /** The slip on paper. */
  @POST
  @Path("{id}/bon")
  public Response print(@PathParam("id") UUID id) throws IOException {
    UUID file = desk.print(id).orElseThrow(NotFoundException::new);
    return Response.seeOther(URI.create("/fichiers/" + file)).build();
  }

  private Transfers.Card card(UUID id) {
    return transfers.find(id).orElseThrow(NotFoundException::new);
  }

  private Transfers.Card cancellable(UUID id) {
    return transfers.find(id).filter(Transfers.Card::mayCancel).orElseThrow(NotFoundException::new);
  }

  private static Response go(UUID id, String then) {
    return Response.seeOther(URI.create(TransfersResource.HERE + "/" + id + then)).build();
  }
}
