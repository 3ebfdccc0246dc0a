package fr.gestmat.web.mealaid.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup.Handling;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup.Setup;
import fr.gestmat.mealaid.control.application.AskedDocuments.Demand;
import fr.gestmat.mealaid.control.campaign.RuleSheet;
import fr.gestmat.mealaid.control.campaign.RuleSheet.Filled;
import fr.gestmat.mealaid.control.form.DocumentKind;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.Situation;
import fr.gestmat.mealaid.control.review.AnnotationBook.Asked;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AidCampaign.WithoutIncome;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import fr.gestmat.mealaid.entity.Term;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of a campaign, each a form of one page. */
@Path("aides/campagnes/{id}/reglages")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class CampaignSetupResource {

  private static final int LATE = 4;
  private static final int TERMS = 3;
  private static final List<String> PLACES = List.of("WELCOME", "SENT", "CONTACT");

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private CampaignSetup setups;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * A part of the campaign as a form.
   *
   * @param setup what is set
   * @param values what stands in the fields
   * @param errors what to correct
   */
  public record SetupPage(Setup setup, Map<String, String> values, List<FieldError> errors) {

    /** What stands in a field. */
    public String value(String field) {
      return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, or null. */
    public @Nullable String error(String field) {
      return errors.stream()
          .filter(one -> one.field().equals(field))
          .map(FieldError::message)
          .findFirst()
          .orElse(null);
    }
  }

  /** The dates. */
  @GET
  @Path("dates")
  public Page dates() {
    Setup setup = find();
    Map<String, String> values = new HashMap<>();
    values.put("opensOn", setup.days().opensOn().toString());
    values.put("fullEffectUntil", setup.days().fullEffectUntil().toString());
    values.put("closesOn", setup.days().closesOn().toString());
    int late = 1;
    for (LatePeriod period : setup.days().latePeriods()) {
      values.put("lateEnds" + late, period.endsOn().toString());
      values.put("lateTerm" + late, Integer.toString(period.firstTerm()));
      late++;
    }
    for (Term term : setup.terms()) {
      values.put("termStarts" + term.number(), term.startsOn().toString());
      values.put("termEnds" + term.number(), term.endsOn().toString());
      values.put("termDays" + term.number(), Integer.toString(term.mealDays()));
    }
    return page("dates", setup, values, List.of());
  }

  /** Keeps the dates. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("dates")
  public Response keepDates(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    List<FieldError> errors = new ArrayList<>();
    LocalDate opens = day(entry, "opensOn", errors);
    LocalDate full = day(entry, "fullEffectUntil", errors);
    LocalDate closes = day(entry, "closesOn", errors);
    List<LatePeriod> late = new ArrayList<>();
    for (int i = 1; i <= LATE; i++) {
      if (!entry.text("lateEnds" + i).isEmpty()) {
        late.add(
            new LatePeriod(
                day(entry, "lateEnds" + i, errors), entry.number("lateTerm" + i).orElse(0)));
      }
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 1; i <= TERMS; i++) {
      if (!entry.text("termStarts" + i).isEmpty() || !entry.text("termEnds" + i).isEmpty()) {
        terms.add(
            new Term(
                i,
                day(entry, "termStarts" + i, errors),
                day(entry, "termEnds" + i, errors),
                entry.number("termDays" + i).orElse(-1)));
      }
    }
    if (!errors.isEmpty()) {
      return page("dates", find(), entered(typed), errors).status(422);
    }
    return done(
        "dates",
        typed,
        setups.plan(
            id,
            version(entry),
            new CampaignDays(opens, full, closes, late),
            terms,
            entry.ticked("sooner")));
  }

  private LocalDate day(Entry entry, String field, List<FieldError> errors) {
    Optional<LocalDate> day = entry.day(field);
    if (day.isEmpty()) {
      errors.add(new FieldError(field, view.text("aidcampaign.badDay")));
    }
    return day.orElse(LocalDate.EPOCH);
  }

  /** How applications are handled. */
  @GET
  @Path("fonctionnement")
  public Page handling() {
    Setup setup = find();
    Handling how = setup.handling();
    Map<String, String> values = new HashMap<>();
    values.put("name", how.name());
    values.put("incomeYear", Integer.toString(how.incomeYear()));
    values.put("withoutIncome", how.withoutIncome().name());
    values.put("twoHouseholds", how.twoHouseholds().name());
    values.put("coParentSubmits", Boolean.toString(how.coParentSubmits()));
    values.put("automatic", Boolean.toString(how.automatic()));
    values.put("readReceipt", Boolean.toString(how.readReceipt()));
    values.put("correctionDays", Integer.toString(how.correctionDays()));
    values.put("appealDays", Integer.toString(how.appealDays()));
    values.put("graceDays", Integer.toString(how.graceDays()));
    return page("handling", setup, values, List.of());
  }

  /** Keeps how applications are handled. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("fonctionnement")
  public Response keepHandling(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    return done(
        "handling",
        typed,
        setups.handle(
            id,
            version(entry),
            new Handling(
                entry.text("name"),
                entry.number("incomeYear").orElse(0),
                entry.text("withoutIncome").equals(WithoutIncome.HIGHEST_BRACKET.name())
                    ? WithoutIncome.HIGHEST_BRACKET
                    : WithoutIncome.REFUSED,
                Arrays.stream(TwoHouseholds.values())
                    .filter(one -> one.name().equals(entry.text("twoHouseholds")))
                    .findFirst()
                    .orElse(TwoHouseholds.APPLICANT),
                entry.ticked("coParentSubmits"),
                entry.ticked("automatic"),
                entry.ticked("readReceipt"),
                entry.number("correctionDays").orElse(-1),
                entry.number("appealDays").orElse(-1),
                entry.number("graceDays").orElse(-1))));
  }

  /** What the form asks. */
  @GET
  @Path("questions")
  public Page questions() {
    Setup setup = find();
    Map<String, String> values = new HashMap<>();
    values.put("income", setup.form().income().name());
    setup.form().extras().forEach(extra -> values.put(extra.name(), "true"));
    return page("questions", setup, values, List.of());
  }

  /** Keeps what the form asks. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("questions")
  public Response keepQuestions(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    Set<FormChoice.Extra> extras = EnumSet.noneOf(FormChoice.Extra.class);
    for (FormChoice.Extra extra : FormChoice.Extra.values()) {
      if (entry.ticked(extra.name())) {
        extras.add(extra);
      }
    }
    FormChoice.Income income =
        switch (entry.text("income")) {
          case "QUOTIENT" -> FormChoice.Income.QUOTIENT;
          case "TAX" -> FormChoice.Income.TAX;
          default -> FormChoice.Income.BOTH;
        };
    return done("questions", typed, setups.ask(id, version(entry), new FormChoice(income, extras)));
  }

  /** The rules. */
  @GET
  @Path("regles")
  public Page rules() {
    Setup setup = find();
    Map<String, String> values = new HashMap<>();
    for (Filled one : setup.rules()) {
      String rule = one.rule().name();
      values.put(rule, Boolean.toString(one.active()));
      values.put(rule + ".overridable", Boolean.toString(one.overridable()));
      one.values().forEach((name, value) -> values.put(rule + "." + name, value));
    }
    return page("rules", setup, values, List.of());
  }

  /** Keeps the rules. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("regles")
  public Response keepRules(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    List<Filled> rules = new ArrayList<>();
    for (RuleSheet rule : RuleSheet.values()) {
      Map<String, String> values = new HashMap<>();
      rule.parameters()
          .forEach(
              (name, kind) ->
                  values.put(name, String.join(" ", entry.all(rule + "." + name)).strip()));
      rules.add(
          new Filled(rule, entry.ticked(rule.name()), entry.ticked(rule + ".overridable"), values));
    }
    return done("rules", typed, setups.rule(id, version(entry), rules));
  }

  /** The documents asked for. */
  @GET
  @Path("pieces")
  public Page documents() {
    Setup setup = find();
    Map<String, String> values = new HashMap<>();
    setup
        .demands()
        .forEach(
            one ->
                values.put(
                    one.situation() + "." + one.kind(),
                    one.mandatory() ? "MANDATORY" : "OPTIONAL"));
    values.put("documentsFirst", Boolean.toString(setup.documentsFirst()));
    return page("documents", setup, values, List.of());
  }

  /** Keeps the documents asked for. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("pieces")
  public Response keepDocuments(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    List<Demand> demands = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      for (DocumentKind kind : DocumentKind.values()) {
        String asked = entry.text(situation + "." + kind);
        if (asked.equals("MANDATORY") || asked.equals("OPTIONAL")) {
          demands.add(new Demand(situation.name(), kind.name(), asked.equals("MANDATORY")));
        }
      }
      String added = entry.text(situation + ".add");
      for (DocumentKind kind : DocumentKind.values()) {
        if (added.equals(kind.name())
            && demands.stream()
                .noneMatch(
                    one ->
                        one.situation().equals(situation.name())
                            && one.kind().equals(kind.name()))) {
          demands.add(new Demand(situation.name(), kind.name(), true));
        }
      }
    }
    return done(
        "documents",
        typed,
        setups.demand(id, version(entry), demands, entry.ticked("documentsFirst")));
  }

  /** What the authority says. */
  @GET
  @Path("textes")
  public Page texts() {
    Setup setup = find();
    return page("texts", setup, new HashMap<>(setup.texts()), List.of());
  }

  /** Keeps what the authority says. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("textes")
  public Response keepTexts(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    Map<String, String> texts = new HashMap<>();
    PLACES.forEach(place -> texts.put(place, entry.text(place)));
    return done("texts", typed, setups.say(id, version(entry), texts));
  }

  /** What officers note. */
  @GET
  @Path("annotations")
  public Page annotations() {
    Setup setup = find();
    List<Asked> asked = setups.annotations(id).orElseThrow(NotFoundException::new);
    return page("annotations", setup, AnnotationFields.of(asked), List.of());
  }

  /** Keeps what officers note. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Path("annotations")
  public Response keepAnnotations(MultivaluedMap<String, String> typed) {
    Entry entry = new Entry(typed);
    return done(
        "annotations", typed, setups.annotate(id, version(entry), AnnotationFields.read(entry)));
  }

  private Response done(
      String part, MultivaluedMap<String, String> typed, Optional<Answer<UUID>> answer) {
    Answer<UUID> found = answer.orElseThrow(NotFoundException::new);
    if (found instanceof Answer.Done<UUID>) {
      flash.done(view.text("aidcampaign.kept"));
      return Response.seeOther(URI.create(CampaignsResource.HERE + "/" + id)).build();
    }
    int status = found instanceof Answer.Stale<UUID> ? 409 : 422;
    return page(part, find(), entered(typed), CampaignSentences.errors(view, found)).status(status);
  }

  private static Map<String, String> entered(MultivaluedMap<String, String> typed) {
    Map<String, String> values = new HashMap<>();
    new MultivaluedHashMap<>(typed).forEach((name, all) -> values.put(name, String.join(" ", all)));
    return values;
  }

  private static int version(Entry entry) {
    return entry.number("version").orElse(-1);
  }

  private static Page page(
      String part, Setup setup, Map<String, String> values, List<FieldError> errors) {
    return Page.of("mealaid/campaign/" + part + ".jte", new SetupPage(setup, values, errors));
  }

  private Setup find() {
    return setups.find(id).orElseThrow(NotFoundException::new);
  }
}
