package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.kit.ConditionPhotos;
import fr.gestmat.lending.boundary.kit.Conditions;
import fr.gestmat.lending.boundary.kit.DeviceChecks;
import fr.gestmat.lending.boundary.kit.DeviceChecks.Decision;
import fr.gestmat.lending.boundary.kit.DeviceChecks.Verdict;
import fr.gestmat.lending.boundary.kit.DeviceKits;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.condition.ConditionForm;
import fr.gestmat.lending.control.condition.ConditionReader.LoanSides;
import fr.gestmat.lending.control.kit.KitReader;
import fr.gestmat.lending.control.query.DeviceSheet;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.MarkPlace;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The condition of one device at both ends of its loans, side by side, and what becomes of it. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/{id}/etat")
@RequestScoped
@Produces(Page.HTML)
public class ConditionResource {

  /** Lines for damage in the form. */
  private static final int MARKS = 3;

  @Inject private Stock stock;
  @Inject private Conditions conditions;
  @Inject private ConditionPhotos photos;
  @Inject private DeviceChecks checks;
  @Inject private DeviceKits kits;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param facts the device
   * @param loans its latest loans with their both ends
   * @param pieces what was noted of its pieces
   * @param mayDecide whether the visitor may decide what becomes of it now
   * @param typed what was typed and not taken
   * @param typedFor the loan and end that it was typed for; empty for none
   * @param errors what to correct
   */
  public record StatePage(
      DeviceSheet.Facts facts,
      List<LoanSides> loans,
      List<KitReader.Line> pieces,
      boolean mayDecide,
      Entered typed,
      String typedFor,
      List<FieldError> errors) {

    /** What was missing or broken at an end. */
    public List<KitReader.Line> pieces(LoanSides loan, KitStep step) {
      return pieces.stream()
          .filter(line -> line.loan().equals(loan.id()) && line.step() == step)
          .toList();
    }

    /** The marks of an end: those that were said, or typed, and room for more. */
    public List<Entered.Mark> marks(LoanSides loan, KitStep step) {
      if (typedFor.equals(loan.id() + step.name())) {
        return typed.marks();
      }
      List<Entered.Mark> marks = new ArrayList<>();
      loan.side(step)
          .marks()
          .forEach(m -> marks.add(new Entered.Mark(m.place().name(), m.words())));
      for (int i = 0; i < MARKS; i++) {
        marks.add(new Entered.Mark("", ""));
      }
      return marks;
    }
  }

  /**
   * What somebody typed.
   *
   * @param grade the condition
   * @param note the note
   * @param marks the damage
   */
  public record Entered(String grade, String note, List<Mark> marks) {

    static final Entered NOTHING = new Entered("", "", List.of());

    /**
     * A line of damage.
     *
     * @param place where, one of {@link MarkPlace}
     * @param words what is seen
     */
    public record Mark(String place, String words) {}

    static Entered of(Typed typed) {
      List<String> places = typed.all("lieu");
      List<String> words = typed.all("constat");
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < Math.min(Math.min(places.size(), words.size()), 30); i++) {
        marks.add(new Mark(places.get(i), words.get(i)));
      }
      return new Entered(typed.text("etat"), typed.text("note"), marks);
    }

    ConditionForm form() {
      return new ConditionForm(
          Typed.one(ConditionGrade.class, grade),
          note,
          marks.stream()
              .filter(m -> !m.words().isBlank())
              .map(
                  m ->
                      new ConditionForm.Mark(
                          Typed.one(MarkPlace.class, m.place()).orElse(MarkPlace.OTHER), m.words()))
              .toList());
    }
  }

  /** The page. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    return page(id, Entered.NOTHING, "", List.of());
  }

  /** Says the condition at one end of a loan. */
  @POST
  @Path("{loan}/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response record(
      @PathParam("id") UUID id,
      @PathParam("loan") UUID loan,
      @PathParam("step") String step,
      MultivaluedMap<String, String> values) {
    Entered entered = Entered.of(new Typed(values));
    Answer<UUID> answer =
        conditions.record(loan, step(step), entered.form()).orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, answer, "etat");
    if (!errors.isEmpty()) {
      return page(id, entered, loan + step, errors).status(422);
    }
    flash.done(view.text("condition.recorded"));
    return back(id);
  }

  /** Adds a photo. */
  @POST
  @Path("{loan}/{step}/photos")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response addPhoto(
      @PathParam("id") UUID id,
      @PathParam("loan") UUID loan,
      @PathParam("step") String step,
      List<EntityPart> parts)
      throws IOException {
    for (EntityPart part : parts) {
      if (part.getName().equals("photo") && !part.getFileName().orElse("").isEmpty()) {
        try (InputStream content = part.getContent()) {
          Answer<UUID> answer =
              photos.add(loan, step(step), content).orElseThrow(NotFoundException::new);
          List<FieldError> errors = Sentences.of(view, answer, "photo");
          if (errors.isEmpty()) {
            flash.done(view.text("condition.photo.added"));
            return back(id);
          }
          return page(id, Entered.NOTHING, "", errors).status(422);
        }
      }
    }
    String missing = view.text("stock.refused.photoEMPTY");
    return page(id, Entered.NOTHING, "", List.of(new FieldError("photo", missing))).status(422);
  }

  /** A photo. */
  @GET
  @Path("photos/{photo}")
  @Produces("image/jpeg")
  public Response photo(@PathParam("photo") UUID photo) throws IOException {
    return Response.ok(photos.show(photo).orElseThrow(NotFoundException::new), "image/jpeg")
        .header("Cache-Control", "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** Takes a photo away. */
  @POST
  @Path("photos/{photo}/retirer")
  public Response removePhoto(@PathParam("id") UUID id, @PathParam("photo") UUID photo) {
    if (!photos.remove(photo)) {
      throw new NotFoundException();
    }
    flash.done(view.text("condition.photo.removed"));
    return back(id);
  }

  /** Decides what becomes of a device that was looked at. */
  @POST
  @Path("decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Optional<Decision> decision = typed.one("decision", Decision.class);
    if (decision.isEmpty()) {
      String why = view.text("condition.decision.missing");
      return page(id, Entered.of(typed), "decision", List.of(new FieldError("decision", why)))
          .status(422);
    }
    Answer<DeviceState> answer =
        checks
            .decide(
                id,
                (int) typed.number("version", -1),
                new Verdict(
                    decision.get(),
                    typed.one("etat", ConditionGrade.class),
                    typed.yes("sans"),
                    typed.text("reason")))
            .orElseThrow(NotFoundException::new);
    List<FieldError> errors = Sentences.of(view, answer, "decision");
    if (answer instanceof Answer.Done<DeviceState> done) {
      flash.done(view.text("condition.decided", view.text("stock.state." + done.value())));
      return Response.seeOther(URI.create("/materiels/a-controler")).build();
    }
    return page(
            id,
            new Entered(typed.text("etat"), typed.text("reason"), List.of()),
            "decision" + decision.get(),
            errors)
        .status(422);
  }

  private Page page(UUID id, Entered typed, String typedFor, List<FieldError> errors) {
    Stock.Card card = stock.find(id, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
    return Page.of(
        "lending/condition.jte",
        new StatePage(
            card.facts(),
            conditions.of(id).orElseThrow(NotFoundException::new),
            kits.find(id).orElseThrow(NotFoundException::new).lines(),
            card.mayEdit() && card.facts().state() == DeviceState.TO_CHECK,
            typed,
            typedFor,
            errors));
  }

  private static KitStep step(String name) {
    return Typed.one(KitStep.class, name).orElseThrow(NotFoundException::new);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/materiels/" + id + "/etat")).build();
  }
}
