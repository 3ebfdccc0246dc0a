package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.incident.RepairRows.Repair;
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
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The repairs of a device. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/{device}/reparations")
@RequestScoped
@Produces(Page.HTML)
public class RepairResource {

  @Inject private Repairs repairs;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param device public id of the device
   * @param assetTag its tag
   * @param repairs each with its form, the latest first
   * @param errors what to correct
   */
  public record RepairPage(
      UUID device, String assetTag, List<Form> repairs, List<FieldError> errors) {}

  /**
   * A repair with its form.
   *
   * @param repair what is known
   * @param fields what can be said of it: of one before the latest, what it cost
   * @param editable whether it is the latest, of which more can be said
   * @param charge what was asked for it, with what that has to do with the cost
   */
  public record Form(Repair repair, List<Field> fields, boolean editable, Optional<Asked> charge) {}

  /**
   * What was asked for a repair.
   *
   * @param sentence whether it still follows the cost
   * @param path where it is
   */
  public record Asked(String sentence, String path) {}

  /** All repairs of the device. */
  @GET
  public Page show(@PathParam("device") UUID device) {
    return page(device, Optional.empty(), Optional.empty(), List.of());
  }

  /** Keeps what is said of one. */
  @POST
  @Path("{repair}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response describe(
      @PathParam("device") UUID device,
      @PathParam("repair") UUID repair,
      MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Optional<BigDecimal> cost = typed.amount("cost");
    Answer<UUID> answer =
        repairs
            .describe(
                device,
                repair,
                (int) typed.number("version", -1),
                new Repairs.Form(
                    typed.text("ticket"),
                    typed.text("repairer"),
                    typed.yes("warranty"),
                    typed.yes("withoutAccessories"),
                    typed.text("swap"),
                    cost,
                    cost.isPresent() || typed.text("cost").isEmpty()))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("incident.repair.saved"));
      return Response.seeOther(URI.create("/materiels/" + device + "/reparations")).build();
    }
    List<FieldError> errors = Sentences.of(view, "incident", answer, "ticket");
    return page(device, Optional.of(repair), Optional.of(typed), errors).status(422);
  }

  /** Corrects what one cost. */
  @POST
  @Path("{repair}/cout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response correctCost(
      @PathParam("device") UUID device,
      @PathParam("repair") UUID repair,
      MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    String name = costName(repair);
    Optional<BigDecimal> cost = typed.amount(name);
    Answer<UUID> answer =
        repairs
            .correctCost(
                device,
                repair,
                (int) typed.number("version", -1),
                cost,
                cost.isPresent() || typed.text(name).isEmpty())
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("incident.repair.corrected"));
      return Response.seeOther(URI.create("/materiels/" + device + "/reparations")).build();
    }
    List<FieldError> errors =
        Sentences.of(view, "incident", answer, "cost").stream()
            .map(e -> new FieldError(name, e.message()))
            .toList();
    return page(device, Optional.of(repair), Optional.of(typed), errors).status(422);
  }

  private Page page(
      UUID device, Optional<UUID> edited, Optional<Typed> typed, List<FieldError> errors) {
    Repairs.Card card = repairs.of(device).orElseThrow(NotFoundException::new);
    return Page.of(
        "lending/repairs.jte",
        new RepairPage(
            device,
            card.assetTag(),
            card.repairs().stream()
                .map(
                    r -> {
                      boolean latest = r.id().equals(card.repairs().get(0).id());
                      boolean typedHere = edited.equals(Optional.of(r.id()));
                      Optional<Typed> its = typedHere ? typed : Optional.empty();
                      List<FieldError> wrong = typedHere ? errors : List.of();
                      return new Form(
                          r,
                          latest
                              ? fields(r, its, wrong)
                              : List.of(cost(costName(r.id()), r, its, wrong)),
                          latest,
                          Optional.ofNullable(card.charges().get(r.key())).map(this::asked));
                    })
                .toList(),
            errors));
  }

  private Asked asked(Charge charge) {
    String how =
        switch (charge.state()) {
          case PROPOSED -> "follows";
          case CANCELLED -> "dropped";
          case VALIDATED, SENT, PAID, TO_REFUND, REFUNDED -> "stays";
        };
    return new Asked(
        view.text(
            "incident.repair.charge." + how,
            view.format().amount(charge.amount()),
            view.text("charge.state." + charge.state())),
        "/sommes/" + charge.id());
  }

  /** Each form of the page has a field of its own for the cost. */
  private static String costName(UUID repair) {
    return "cost-" + repair;
  }

  private List<Field> fields(Repair r, Optional<Typed> typed, List<FieldError> errors) {
    return List.of(
        Field.text("ticket", view.text("incident.repair.ticket"))
            .value(typed.map(t -> t.text("ticket")).orElse(r.ticket()))
            .errors(errors),
        Field.text("repairer", view.text("incident.repair.repairer"))
            .value(typed.map(t -> t.text("repairer")).orElse(r.repairer()))
            .errors(errors),
        Field.checkbox("warranty", view.text("incident.repair.warranty"))
            .value(String.valueOf(typed.map(t -> t.yes("warranty")).orElse(r.warranty()))),
        Field.checkbox("withoutAccessories", view.text("incident.repair.withoutAccessories"))
            .value(
                String.valueOf(
                    typed.map(t -> t.yes("withoutAccessories")).orElse(r.withoutAccessories()))),
        Field.text("swap", view.text("incident.repair.swap"))
            .hint(view.text("incident.repair.swap.hint"))
            .value(typed.map(t -> t.text("swap")).orElse(r.swapTag().orElse("")))
            .errors(errors),
        cost("cost", r, typed, errors));
  }

  private Field cost(String name, Repair r, Optional<Typed> typed, List<FieldError> errors) {
    return Field.of("number", name, view.text("incident.repair.cost"))
        .hint(view.text("incident.repair.cost.hint"))
        .value(
            typed
                .map(t -> t.text(name))
                .orElse(r.cost().map(c -> c.toPlainString().replace('.', ',')).orElse("")))
        .errors(errors);
  }
}
