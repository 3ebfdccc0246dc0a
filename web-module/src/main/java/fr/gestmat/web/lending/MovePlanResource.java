package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.boundary.transfer.MovePlans;
import fr.gestmat.lending.boundary.transfer.NeedFiles;
import fr.gestmat.lending.control.transfer.PlaceStock;
import fr.gestmat.lending.control.transfer.PlaceStock.Settings;
import fr.gestmat.lending.control.transfer.PlanBook;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the region says next year's needs, and edits the moves that are proposed. */
@Path("materiels/transferts")
@RequestScoped
@OpenTo("REGION_MANAGER")
@Produces(Page.HTML)
public class MovePlanResource {

  private static final String PLANS = TransfersResource.HERE + "/propositions";
  private static final String USUAL_CATEGORY = "LAPTOP";
  private static final int LONGEST_FIELD = 200;

  @Inject private MovePlans plans;
  @Inject private NeedFiles needFiles;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page of needs.
   *
   * @param needs what is known
   * @param category what is planned for
   * @param text the needs, a school on each line
   * @param fields the settings
   * @param levels the levels to derive from, as they were typed
   * @param read how many schools a file had that was just read
   * @param errors what to correct
   */
  public record NeedsPage(
      MovePlans.Needs needs,
      String category,
      String text,
      List<Field> fields,
      String levels,
      Optional<Integer> read,
      List<FieldError> errors) {}

  /**
   * A proposal.
   *
   * @param card what is known of it
   * @param places where devices may move
   * @param typed what was typed, by the field's name
   * @param errors what to correct
   */
  public record PlanPage(
      MovePlans.Card card,
      List<PlaceStock> places,
      Map<String, String> typed,
      List<FieldError> errors) {

    /** The number of a line as it stands in the form. */
    public String devices(PlanBook.Line line) {
      return typed.getOrDefault("line-" + line.position(), Integer.toString(line.devices()));
    }

    /** What was typed into a field. */
    public String value(String name) {
      return typed.getOrDefault(name, "");
    }

    /** What to correct in a field. */
    public Optional<String> error(String name) {
      return errors.stream()
          .filter(e -> e.field().equals(name))
          .map(FieldError::message)
          .findFirst();
    }
  }

  /** The needs, and the earlier proposals. */
  @GET
  @Path("propositions")
  public Page needs(
      @QueryParam("categorie") @DefaultValue(USUAL_CATEGORY) String category,
      @QueryParam("rentree") @DefaultValue("") String year) {
    return needs(
        category, year, Optional.empty(), new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Keeps the needs and proposes moves, or takes the needs from this year's levels. */
  @POST
  @Path("propositions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response propose(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    String category = typed.maybe("categorie").orElse(USUAL_CATEGORY);
    String year = typed.text("rentree");
    if (typed.text("do").equals("derive")) {
      Answer<Integer> derived =
          plans.derive(category, (int) typed.number("rentree", -1), typed.text("levels"));
      if (derived instanceof Answer.Done<Integer> done) {
        flash.done(view.text("moveplan.derived", done.value()));
        return Response.seeOther(URI.create(PLANS + "?categorie=" + category + "&rentree=" + year))
            .build();
      }
      return needs(category, year, Optional.of(typed.raw("needs")), typed, errors(derived))
          .status(422);
    }
    Answer<UUID> answer =
        plans.propose(
            category,
            (int) typed.number("rentree", -1),
            typed.raw("needs"),
            new Settings(
                (int) typed.number("toCheck", -1),
                (int) typed.number("inRepair", -1),
                (int) typed.number("reserve", -1)));
    if (answer instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create(PLANS + "/" + done.value())).build();
    }
    return needs(category, year, Optional.of(typed.raw("needs")), typed, errors(answer))
        .status(422);
  }

  /** Reads needs out of a spreadsheet into the form, where they can be looked at. */
  @POST
  @Path("propositions/fichier")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response read(List<EntityPart> parts) throws IOException {
    String category = USUAL_CATEGORY;
    String year = "";
    Optional<Answer<NeedFiles.Read>> answer = Optional.empty();
    for (EntityPart part : parts) {
      if (part.getName().equals("categorie")) {
        category = text(part);
      } else if (part.getName().equals("rentree")) {
        year = text(part);
      } else if (part.getName().equals("file") && !part.getFileName().orElse("").isEmpty()) {
        try (InputStream content = part.getContent()) {
          answer = Optional.of(needFiles.read(category, content));
        }
      }
    }
    Typed nothing = new Typed(new MultivaluedHashMap<>());
    if (answer.isPresent() && answer.get() instanceof Answer.Done<NeedFiles.Read> done) {
      NeedFiles.Read read = done.value();
      List<FieldError> wrong = errors(new Answer.Refused<>(read.problems()));
      return needs(
              category,
              year,
              Optional.of(read.text()),
              nothing,
              wrong.isEmpty() ? Optional.of(read.schools()) : Optional.empty(),
              wrong)
          .status(wrong.isEmpty() ? 200 : 422);
    }
    return needs(
            category,
            year,
            Optional.empty(),
            nothing,
            Optional.empty(),
            errors(answer.orElse(Answer.refused(Refusal.of("file", "fileMISSING")))))
        .status(422);
  }

  private static String text(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
    }
  }

  /** One proposal. */
  @GET
  @Path("propositions/{id}")
  public Page show(@PathParam("id") UUID id) {
    return plan(id, Map.of(), List.of());
  }

  /** Changes it. */
  @POST
  @Path("propositions/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Map<Integer, Integer> devices = new HashMap<>();
    Map<String, String> kept = new HashMap<>();
    for (String name : values.keySet()) {
      kept.put(name, typed.text(name));
      if (name.matches("line-\\d{1,6}")) {
        devices.put(
            Integer.parseInt(name.substring("line-".length())),
            typed.text(name).isEmpty() ? 0 : (int) typed.number(name, -1));
      }
    }
    Answer<UUID> answer =
        plans
            .edit(
                id,
                new MovePlans.Edit(
                    (int) typed.number("version", -1),
                    devices,
                    typed.maybe("from"),
                    typed.maybe("to"),
                    typed.maybe("more").map(t -> (int) typed.number("more", -1))))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("moveplan.saved"));
      return Response.seeOther(URI.create(PLANS + "/" + id)).build();
    }
    return plan(id, kept, errors(answer)).status(422);
  }

  /** Makes slips of it. */
  @POST
  @Path("propositions/{id}/bons")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response apply(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Answer<Integer> answer =
        plans
            .apply(id, (int) new Typed(values).number("version", -1))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(view.text("moveplan.applied", done.value()));
      return Response.seeOther(URI.create(TransfersResource.HERE + "?etat=PREPARED")).build();
    }
    return plan(id, Map.of(), errors(answer)).status(422);
  }

  private Page needs(
      String category, String year, Optional<String> text, Typed typed, List<FieldError> errors) {
    return needs(category, year, text, typed, Optional.empty(), errors);
  }

  private Page needs(
      String category,
      String year,
      Optional<String> text,
      Typed typed,
      Optional<Integer> read,
      List<FieldError> errors) {
    OptionalInt wished =
        year.matches("\\d{4}") ? OptionalInt.of(Integer.parseInt(year)) : OptionalInt.empty();
    MovePlans.Needs needs = plans.needs(category, wished);
    Settings usual = Settings.USUAL;
    List<Field> fields = new ArrayList<>();
    fields.add(percent("toCheck", usual.toCheckPercent(), typed, errors));
    fields.add(percent("inRepair", usual.inRepairPercent(), typed, errors));
    fields.add(percent("reserve", usual.reservePercent(), typed, errors));
    String known =
        needs.places().stream()
            .filter(place -> place.kind().equals("SCHOOL") && place.entrants().isPresent())
            .map(p -> p.uai() + " ; " + p.entrants().orElseThrow() + " ; " + p.name())
            .collect(Collectors.joining("\n"));
    return Page.of(
        "lending/moveplan-needs.jte",
        new NeedsPage(
            needs, category, text.orElse(known), fields, typed.text("levels"), read, errors));
  }

  private Field percent(String name, int usual, Typed typed, List<FieldError> errors) {
    return Field.of("number", name, view.text("moveplan." + name))
        .hint(view.text("moveplan." + name + ".hint"))
        .value(typed.maybe(name).orElse(Integer.toString(usual)))
        .mandatory()
        .errors(errors);
  }

  private Page plan(UUID id, Map<String, String> typed, List<FieldError> errors) {
    MovePlans.Card card = plans.find(id).orElseThrow(NotFoundException::new);
    return Page.of(
        "lending/moveplan.jte", new PlanPage(card, plans.ends(card.plan()), typed, errors));
  }

  private List<FieldError> errors(Answer<?> answer) {
    return errors(view, answer);
  }

  /** Why nothing was done, in the words of these pages. */
  static List<FieldError> errors(View view, Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream()
            .map(
                r ->
                    new FieldError(
                        r.field(), view.text("moveplan.refused." + r.code(), r.data().toArray())))
            .toList()
        : List.of();
  }
}
