package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.desk.DeskSessions;
import fr.gestmat.lending.boundary.desk.ScanDesk;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.kit.KitItem;
import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.PieceFault;
import fr.gestmat.web.lending.api.ScanTexts;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The counter for a browser without its script: one code at a time, sent as a form. */
@Path("comptoir")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
public class PlainScanResource {

  private static final int LONGEST_TEXT = 400;
  private static final Instant FIRST_REVISION = Instant.parse("2026-01-01T00:00:00Z");

  @EJB private ScanDesk desk;
  @Inject private DeskSessions sessions;
  @Inject private View view;
  @Inject private Clock clock;

  /** What the form sends; a choice sends all of it again with the choice. */
  public static class Form {
    /** Given by the page, so that a form that is sent twice is one scan. */
    @FormParam("scan")
    @DefaultValue("")
    public String scanId = "";

    /** {@code CHECK_OUT}, else a return. */
    @FormParam("mode")
    @DefaultValue("")
    public String mode = "";

    /** The code as it was typed. */
    @FormParam("code")
    @DefaultValue("")
    public String code = "";

    /** Public id of the pupil; empty for none. */
    @FormParam("pupil")
    @DefaultValue("")
    public String pupil = "";

    /** Public id of the class that is called up; empty for none. */
    @FormParam("classe")
    @DefaultValue("")
    public String classId = "";

    /** The condition; empty if unchanged. */
    @FormParam("grade")
    @DefaultValue("")
    public String grade = "";

    /** The storage place; empty for the usual one. */
    @FormParam("place")
    @DefaultValue("")
    public String place = "";

    /** The choice that is taken; empty for none. */
    @FormParam("choice")
    @DefaultValue("")
    public String choice = "";

    /** Why something is overridden. */
    @FormParam("reason")
    @DefaultValue("")
    public String reason = "";
  }

  /** Answers one code and shows what came of it. */
  @POST
  @Produces(Page.HTML)
  public Response scan(@BeanParam Form form) {
    String school = view.visitor().school().orElseThrow(NotFoundException::new).uai();
    boolean out = form.mode.equals(ScanMode.CHECK_OUT.name());
    ScanRequest request =
        new ScanRequest(
            Ids.read(form.scanId).orElseGet(UUID::randomUUID),
            out ? ScanMode.CHECK_OUT : ScanMode.CHECK_IN,
            school,
            form.code,
            Ids.read(form.pupil).orElse(null),
            clock.instant(),
            null,
            grade(form.grade),
            text(form.place),
            text(form.choice),
            text(form.reason),
            false);
    ScanReply reply = desk.scan(request);
    if (!(reply instanceof ScanReply.Answered answered)) {
      throw new NotFoundException();
    }
    switch (answered.answer().reasons().get(0).reason()) {
      case COMMAND_CHECK_IN -> form.mode = ScanMode.CHECK_IN.name();
      case COMMAND_CHECK_OUT -> form.mode = ScanMode.CHECK_OUT.name();
      case COMMAND_GRADE -> form.grade = answered.answer().reasons().get(0).values().get(0);
      case COMMAND_UNDO -> reply = undo(school, reply);
      case COMMAND_END -> {
        return Response.seeOther(URI.create("/comptoir/seance")).build();
      }
      default -> {}
    }
    return shown(form, request.scanId(), reply);
  }

  /** Takes what is missing or broken of the pieces of a scan. */
  @POST
  @Path("pieces")
  @Produces(Page.HTML)
  public Response pieces(
      @BeanParam Form form,
      @FormParam("nom") List<String> names,
      @FormParam("piece") List<String> pieces,
      @FormParam("manquant") List<String> missing,
      @FormParam("casse") List<String> broken) {
    UUID scan = Ids.read(form.scanId).orElseThrow(NotFoundException::new);
    List<KitLine> lines = new ArrayList<>();
    int count = Math.min(Math.min(names.size(), pieces.size()), missing.size());
    for (int i = 0; i < Math.min(count, broken.size()); i++) {
      line(names.get(i), pieces.get(i), PieceFault.MISSING, missing.get(i)).ifPresent(lines::add);
      line(names.get(i), pieces.get(i), PieceFault.BROKEN, broken.get(i)).ifPresent(lines::add);
    }
    // Without a script nobody counts the statements: a later one has a higher number.
    int revision = (int) Duration.between(FIRST_REVISION, clock.instant()).toSeconds();
    return shown(form, scan, desk.kit(scan, new KitStatement(revision, lines)));
  }

  /** A line of pieces; a number that is none goes on as one that the rule refuses. */
  private static Optional<KitLine> line(
      String name, String piece, PieceFault fault, String quantity) {
    String typed = quantity.strip();
    if (typed.isEmpty() || typed.equals("0")) {
      return Optional.empty();
    }
    int number = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
    return Optional.of(new KitLine(name, Ids.read(piece), fault, number));
  }

  private ScanReply undo(String school, ScanReply card) {
    return sessions.lastUndoable(school).map(desk::undo).orElse(card);
  }

  private Response shown(Form form, UUID scan, ScanReply reply) {
    if (reply instanceof ScanReply.Answered answered) {
      return Page.of("counter/plain.jte", page(form, scan, answered.answer())).status(200);
    }
    throw new NotFoundException();
  }

  private PlainPage page(Form form, UUID scan, ScanAnswer answer) {
    ScanTexts texts = new ScanTexts(view);
    return new PlainPage(
        Tone.valueOf(answer.outcome().name()),
        answer.pupil().map(p -> p.name()).orElse(""),
        answer.device().map(d -> d.assetTag()).orElse(shorten(form.code)),
        answer.reasons().stream().map(texts::sentence).toList(),
        answer.choices().stream()
            .map(offer -> new PlainPage.Choice(offer.code(), texts.label(offer)))
            .toList(),
        answer.kit().stream().filter(item -> item.present() > 0).toList(),
        scan,
        form);
  }

  /** A code as it was typed; of a whole document, the beginning. */
  private static String shorten(String code) {
    return code.length() <= ScannedCode.MAX_LENGTH
        ? code
        : code.substring(0, ScannedCode.MAX_LENGTH) + "…";
  }

  private static @Nullable ConditionGrade grade(String text) {
    for (ConditionGrade grade : ConditionGrade.values()) {
      if (grade.name().equals(text)) {
        return grade;
      }
    }
    return null;
  }

  private static @Nullable String text(String typed) {
    String text = typed.strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  /**
   * What came of one code.
   *
   * @param tone how it sounds
   * @param pupil whom it is about; empty for nobody
   * @param tag the device, or the code
   * @param sentences why
   * @param choices what may be chosen
   * @param kit the pieces to check
   * @param scan id of the scan that they belong to
   * @param form what was sent
   */
  public record PlainPage(
      Tone tone,
      String pupil,
      String tag,
      List<String> sentences,
      List<Choice> choices,
      List<KitItem> kit,
      UUID scan,
      Form form) {

    /**
     * A choice.
     *
     * @param code what is sent
     * @param label what is read
     */
    public record Choice(String code, String label) {}

    /** Whether a choice asks why. */
    public boolean asksWhy() {
      return choices.stream().anyMatch(choice -> choice.code().startsWith("OVERRIDE"));
    }

    /** The address of the counter that goes on in the same way: mode, class, grade and place. */
    public String again() {
      return UriBuilder.fromPath("/comptoir")
          .queryParam("mode", form.mode.equals(ScanMode.CHECK_OUT.name()) ? "remise" : "retour")
          .queryParam("classe", "{class}")
          .queryParam("etat", "{grade}")
          .queryParam("rangement", "{place}")
          .build(form.classId, form.grade, form.place)
          .toString();
    }
  }
}
