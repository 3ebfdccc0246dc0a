package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.boundary.scale.ScaleSimulations;
import fr.gestmat.mealaid.boundary.scale.ScaleSimulations.Tried;
import fr.gestmat.mealaid.control.scale.Simulation.Change;
import fr.gestmat.mealaid.control.scale.Simulation.Outcome;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries a scale on the decided applications of another campaign. */
@Path("aides/campagnes/{campaign}/baremes/simulation")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class ScaleSimulationResource {

  private static final BigDecimal USUAL_PRICE = new BigDecimal("4.00");

  @EJB private ScaleSimulations simulations;
  @Inject private View view;
  @Context private UriInfo address;

  /**
   * The page.
   *
   * @param list address of the list of scales
   * @param tried what was tried
   * @param fields what can be chosen
   * @param shares the drawn parts
   * @param shown the scale
   */
  public record SimulationPage(
      String list,
      Tried tried,
      List<Field> fields,
      List<Share> shares,
      ScaleResource.Shown shown) {}

  /**
   * A part of the drawing.
   *
   * @param change what becomes of its applications
   * @param tone how it is drawn
   * @param count how many they are
   * @param from where it begins, in percent of the width
   * @param width how wide it is, in percent
   */
  public record Share(Change change, Tone tone, long count, double from, double width) {}

  /** Tries; reads only. */
  @GET
  public Page run(@PathParam("campaign") UUID campaign) {
    Posted asked = new Posted(address.getQueryParameters());
    Optional<UUID> on = id(asked.text("sur"));
    BigDecimal price = asked.amount("prix").orElse(USUAL_PRICE);
    Tried tried = simulations.run(campaign, on, price).orElseThrow(NotFoundException::new);
    List<Field> fields =
        List.of(
            Field.select(
                    "sur",
                    view.text("scale.simulation.on"),
                    tried.others().stream()
                        .map(line -> new Field.Choice(line.id().toString(), line.name()))
                        .toList())
                .value(tried.tried().map(line -> line.id().toString()).orElse(""))
                .mandatory(),
            Field.of("number", "prix", view.text("scale.simulation.price"))
                .value(price.toPlainString().replace('.', ','))
                .mandatory());
    return Page.of(
        "mealaid/scale/simulation.jte",
        new SimulationPage(
            ScaleResource.address(campaign),
            tried,
            fields,
            tried.outcome().map(ScaleSimulationResource::shares).orElse(List.of()),
            ScaleResource.Shown.of(tried.scale(), view)));
  }

  private static List<Share> shares(Outcome outcome) {
    List<Share> shares = new ArrayList<>();
    double from = 0;
    for (Change change : Change.values()) {
      double width = outcome.count(change) * 100.0 / Math.max(1, outcome.all());
      shares.add(new Share(change, tone(change), outcome.count(change), from, width));
      from += width;
    }
    return shares;
  }

  private static Tone tone(Change change) {
    return switch (change) {
      case WINS -> Tone.OK;
      case LOSES -> Tone.WARNING;
      case SAME -> Tone.NEUTRAL;
      case UNDETERMINED -> Tone.WAITING;
      case NO_RULE -> Tone.REFUSED;
    };
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }
}
