package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.boundary.arrival.FamilyDoor;
import fr.gestmat.mealaid.boundary.scale.PublicSimulator;
import fr.gestmat.mealaid.boundary.scale.PublicSimulator.Offer;
import fr.gestmat.mealaid.boundary.scale.PublicSimulator.Questions;
import fr.gestmat.mealaid.boundary.scale.PublicSimulator.Result;
import fr.gestmat.mealaid.control.eligibility.RuleResult;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.web.security.FromOutside;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The simulator, for everybody. What is typed is posted, so that it stands in no address and no log
 * of addresses; it changes nothing, so that no session and no token is needed.
 */
@Path("simulateur")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class SimulatorResource {

  @Inject private PublicSimulator simulator;
  @Inject private FamilyDoor door;
  @Inject private View view;

  /**
   * Where people choose who gives the aid.
   *
   * @param offers the open campaigns
   * @param familyDoor whether families may ask for a link by mail
   */
  public record ChoicePage(List<Offer> offers, boolean familyDoor) {}

  /**
   * The questions, and the answer if they were answered.
   *
   * @param questions what is asked
   * @param others whether there are other campaigns to choose from
   * @param child the fields about the child
   * @param family the fields about the family
   * @param errors what can't be read
   * @param answer what came of it
   * @param familyDoor whether families may ask for a link by mail
   */
  public record SimulatorPage(
      Questions questions,
      boolean others,
      List<Field> child,
      List<Field> family,
      List<FieldError> errors,
      Optional<Told> answer,
      boolean familyDoor) {}

  /**
   * An answer in words.
   *
   * @param tone good, bad, or open
   * @param title the answer in a sentence
   * @param amount what is given for one child; empty if nothing, or not known
   * @param rules each rule's answer
   * @param steps how the scale was read
   * @param terms what the terms give
   */
  public record Told(
      Tone tone,
      String title,
      String amount,
      List<Reason> rules,
      List<String> steps,
      List<String> terms) {}

  /**
   * A rule's answer in words.
   *
   * @param tone fulfilled, not, or open
   * @param sentence the words
   */
  public record Reason(Tone tone, String sentence) {}

  /** The open campaigns; the questions at once if there is a single one. */
  @GET
  public Page choose() {
    List<Offer> offers = simulator.offers();
    return offers.size() == 1
        ? ask(offers.get(0).id())
        : Page.of("mealaid/scale/simulator-choice.jte", new ChoicePage(offers, door.open()));
  }

  /** The questions of a campaign. */
  @GET
  @Path("{campaign}")
  public Page ask(@PathParam("campaign") UUID campaign) {
    Questions questions = simulator.questions(campaign).orElseThrow(NotFoundException::new);
    return page(questions, new Posted(new MultivaluedHashMap<>()), List.of(), Optional.empty());
  }

  /** The answer, above the questions as they were answered. */
  @POST
  @Path("{campaign}")
  @FromOutside
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values) {
    Questions questions = simulator.questions(campaign).orElseThrow(NotFoundException::new);
    Posted posted = new Posted(values);
    SimulatorFields fields = new SimulatorFields(view, questions, posted);
    List<FieldError> errors = fields.errors();
    if (!errors.isEmpty()) {
      return page(questions, posted, errors, Optional.empty()).status(422);
    }
    Result result =
        simulator
            .simulate(campaign, fields.facts(), fields.household())
            .orElseThrow(NotFoundException::new);
    return page(questions, posted, errors, Optional.of(told(result))).status(200);
  }

  private Page page(
      Questions questions, Posted posted, List<FieldError> errors, Optional<Told> answer) {
    SimulatorFields fields = new SimulatorFields(view, questions, posted);
    return Page.of(
        "mealaid/scale/simulator.jte",
        new SimulatorPage(
            questions,
            simulator.offers().size() > 1,
            fields.child().stream().map(field -> field.errors(errors)).toList(),
            fields.family().stream().map(field -> field.errors(errors)).toList(),
            errors,
            answer,
            door.open()));
  }

  private Told told(Result result) {
    ScaleTexts texts = new ScaleTexts(view);
    boolean refused = result.results().stream().anyMatch(RuleResult.Failed.class::isInstance);
    Optional<Assessment.Matched> matched =
        result
            .assessment()
            .filter(Assessment.Matched.class::isInstance)
            .map(Assessment.Matched.class::cast);
    boolean open =
        matched.isEmpty() || result.results().stream().anyMatch(one -> !one.isFulfilled());
    boolean nothing = matched.filter(one -> one.award().isNothing()).isPresent();
    Tone tone = refused || nothing ? Tone.REFUSED : open ? Tone.WAITING : Tone.OK;
    return new Told(
        tone,
        view.text("simulator.answer." + tone),
        tone == Tone.OK
            ? matched.map(one -> texts.value(one.award().perChild(), one.award().kind())).orElse("")
            : "",
        result.results().stream().map(this::reason).toList(),
        result.assessment().stream().flatMap(one -> one.steps().stream()).map(texts::step).toList(),
        tone == Tone.OK
            ? result.terms().stream()
                .flatMap(
                    term ->
                        term.euros().stream()
                            .map(
                                euros ->
                                    view.text(
                                        "simulator.term",
                                        term.term(),
                                        view.format().amount(euros))))
                .toList()
            : List.of());
  }

  private Reason reason(RuleResult result) {
    String rule = "simulator.rule." + result.rule();
    if (result instanceof RuleResult.Failed failed) {
      Object[] data =
          failed.data().stream()
              .map(
                  one ->
                      one instanceof Enum<?> level
                          ? view.text("simulator.level." + level.name())
                          : one)
              .toArray();
      return new Reason(Tone.REFUSED, view.text("simulator.reason." + failed.reason(), data));
    }
    return result instanceof RuleResult.Undetermined
        ? new Reason(Tone.WAITING, view.text(rule + ".open"))
        : new Reason(Tone.OK, view.text(rule + ".passed"));
  }
}
