package fr.gestmat.web.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.boundary.agreement.Agreements.Card;
import fr.gestmat.lending.boundary.agreement.SignatureDesk;
import fr.gestmat.lending.boundary.agreement.SignedPaper;
import fr.gestmat.lending.control.agreement.SigningRule;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One agreement: what it says, who signed, and signing it on this screen. */
@Path("conventions/{id}")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class AgreementResource {

  private static final String PICTURE = "data:image/png;base64,";

  @Inject private Agreements agreements;
  @Inject private SignatureDesk desk;
  @Inject private SignedPaper paper;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Clock clock;

  /**
   * What the page shows.
   *
   * @param card the agreement
   * @param signable who can sign it now on this screen
   * @param receipt whether the receipt of the return can be signed now
   */
  public record CardPage(Card card, List<Party> signable, boolean receipt) {}

  /**
   * Where somebody signs on the screen.
   *
   * @param card the agreement
   * @param party as whom
   * @param purpose what
   * @param name the field of a guardian's name; absent for the pupil
   * @param errors what to correct
   */
  public record SignPage(
      Card card, Party party, Purpose purpose, List<Field> name, List<FieldError> errors) {}

  /** The agreement. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    Card card = find(id);
    LocalDate today = LocalDate.ofInstant(clock.instant(), card.data().school().zone());
    List<Party> signable = new ArrayList<>();
    for (Party party : Party.values()) {
      boolean needed = party == Party.PUPIL || card.data().facts().minor();
      if (needed && SigningRule.agreement(card.data().facts(), party, today).isEmpty()) {
        signable.add(party);
      }
    }
    List<Refusal> receipt =
        SigningRule.receipt(card.data().facts(), card.data().receiptSignedAt().isPresent());
    return Page.of("agreement/agreement.jte", new CardPage(card, signable, receipt.isEmpty()));
  }

  /** Where the pupil or a guardian signs. */
  @GET
  @Path("signature")
  public Page sign(
      @PathParam("id") UUID id,
      @QueryParam("de") @DefaultValue("PUPIL") Party party,
      @QueryParam("objet") @DefaultValue("AGREEMENT") Purpose purpose) {
    return signPage(find(id), party, purpose, "", List.of());
  }

  /** Takes the signature. */
  @POST
  @Path("signature")
  public Response signed(
      @PathParam("id") UUID id,
      @FormParam("de") @DefaultValue("PUPIL") Party party,
      @FormParam("objet") @DefaultValue("AGREEMENT") Purpose purpose,
      @FormParam("nom") @DefaultValue("") String name,
      @FormParam("trait") @DefaultValue("") String picture)
      throws IOException {
    Card card = find(id);
    Answer<UUID> answer =
        desk.sign(id, purpose, party, name, bytes(picture)).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("agreement.sign.done"));
      return Response.seeOther(URI.create("/conventions/" + id)).build();
    }
    return signPage(card, party, purpose, name, AgreementWords.errors(view, answer, "trait"))
        .status(422);
  }

  private static byte[] bytes(String picture) {
    if (!picture.startsWith(PICTURE)) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(picture.substring(PICTURE.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private Page signPage(
      Card card, Party party, Purpose purpose, String name, List<FieldError> errors) {
    List<Field> fields =
        party == Party.GUARDIAN
            ? List.of(
                Field.text("nom", view.text("agreement.sign.name"))
                    .hint(view.text("agreement.sign.name.hint", card.data().pupil().guardians()))
                    .value(name)
                    .mandatory()
                    .errors(errors))
            : List.of();
    return Page.of("agreement/sign.jte", new SignPage(card, party, purpose, fields, errors));
  }

  /** Asks before the agreement is withdrawn. */
  @GET
  @Path("annulation")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Page confirm(@PathParam("id") UUID id) {
    Card card = find(id);
    return Page.of(
        "view/confirm.jte",
        new Confirmation(
            view.text("agreement.cancel.title", card.data().pupil().name()),
            view.text("agreement.cancel.text"),
            "/conventions/" + id + "/annulation",
            Map.of(),
            view.text("agreement.cancel"),
            "/conventions/" + id));
  }

  /** Withdraws it. */
  @POST
  @Path("annulation")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Response cancel(@PathParam("id") UUID id) {
    if (!agreements.cancel(id)) {
      throw new NotFoundException();
    }
    flash.done(view.text("agreement.cancelled"));
    return Response.seeOther(URI.create("/conventions/" + id)).build();
  }

  /** Asks before a signature is taken back. */
  @GET
  @Path("signatures/{signature}/retrait")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Page confirmWithdrawal(@PathParam("id") UUID id, @PathParam("signature") UUID signature) {
    find(id);
    return Page.of(
        "view/confirm.jte",
        new Confirmation(
            view.text("agreement.withdraw.title"),
            view.text("agreement.withdraw.text"),
            "/conventions/" + id + "/signatures/" + signature + "/retrait",
            Map.of(),
            view.text("agreement.withdraw"),
            "/conventions/" + id));
  }

  /** Takes a signature back. */
  @POST
  @Path("signatures/{signature}/retrait")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Response withdraw(@PathParam("id") UUID id, @PathParam("signature") UUID signature) {
    if (!desk.withdraw(id, signature)) {
      throw new NotFoundException();
    }
    flash.done(view.text("agreement.withdrawn"));
    return Response.seeOther(URI.create("/conventions/" + id)).build();
  }

  /** The page or the drawing of a signature. */
  @GET
  @Path("signatures/{signature}")
  public Response file(@PathParam("id") UUID id, @PathParam("signature") UUID signature)
      throws IOException {
    return SignedPaperResource.show(
        paper.signature(id, signature).orElseThrow(NotFoundException::new));
  }

  private Card find(UUID id) {
    return agreements.card(id).orElseThrow(NotFoundException::new);
  }
}
