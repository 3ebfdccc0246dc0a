package fr.gestmat.web.mealaid.scale;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.mealaid.boundary.scale.ScaleSheets;
import fr.gestmat.mealaid.boundary.scale.Scales;
import fr.gestmat.mealaid.control.scale.Finding;
import fr.gestmat.mealaid.control.scale.ScaleSheet;
import fr.gestmat.mealaid.control.scale.TypedBracket;
import fr.gestmat.mealaid.control.scale.TypedScale;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The editor of a scale: its lines, a sheet instead of typing, what checks see, publishing. */
@Path("aides/campagnes/{campaign}/baremes/brouillon")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class ScaleDraftResource {

  /** Empty lines below those that are kept. */
  private static final int SPARE = 3;

  private static final int MOST_SPARE = 30;
  private static final int LONGEST_PASTE = 200_000;

  @Inject private Scales scales;
  @EJB private ScaleSheets sheets;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The editor.
   *
   * @param here its address
   * @param list address of the list
   * @param campaign the campaign
   * @param draft what is kept
   * @param head the fields of the scale as a whole
   * @param rows its lines, and some empty ones
   * @param effort whether the fields of effort rates are shown
   * @param findings what checks see
   * @param shown the scale, if all of it can be read
   * @param errors what to correct
   */
  public record EditorPage(
      String here,
      String list,
      Scales.Campaign campaign,
      Scales.Draft draft,
      List<Field> head,
      List<Row> rows,
      boolean effort,
      List<Seen> findings,
      Optional<ScaleResource.Shown> shown,
      List<FieldError> errors) {

    /** Whether lines say a number of children. */
    public boolean columns() {
      return draft.typed().kind().hasColumns();
    }

    /** What must be mended before the scale can be published. */
    public List<Seen> wrong() {
      return findings.stream().filter(one -> one.finding().isError()).toList();
    }

    /** What a person has to confirm. */
    public List<Seen> toConfirm() {
      return findings.stream().filter(one -> !one.finding().isError()).toList();
    }
  }

  /**
   * A line of the form.
   *
   * @param index its place, from 0
   * @param line what was typed
   * @param problems what checks say of it
   */
  public record Row(int index, TypedBracket line, List<String> problems) {}

  /**
   * What a check saw, in words.
   *
   * @param finding that
   * @param sentence the words
   */
  public record Seen(Finding finding, String sentence) {}

  /** The editor; effort rates are asked for if there are some, or if that is wanted. */
  @GET
  public Page edit(
      @PathParam("campaign") UUID campaign,
      @QueryParam("effort") @DefaultValue("") String effort,
      @QueryParam("lignes") @DefaultValue("3") int spare) {
    Scales.Overview overview = overview(campaign);
    Scales.Draft draft = overview.draft().orElseThrow(NotFoundException::new);
    return page(
        campaign,
        overview.campaign(),
        draft,
        effort.equals("oui"),
        Math.max(SPARE, Math.min(spare, MOST_SPARE)),
        List.of());
  }

  /** Begins a draft: empty, or as the last version. */
  @POST
  @Path("nouveau")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(
      @PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values) {
    Answer<Integer> answer =
        scales.begin(campaign, new Posted(values).yes("copy")).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Refused<Integer> refused) {
      flash.warn(sentence(refused.reasons().get(0)));
    }
    return back(campaign, "");
  }

  /** Keeps what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(
      @PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values) {
    Posted posted = new Posted(values);
    TypedScale typed = ScaleFields.read(posted);
    Answer<Integer> answer =
        scales.write(campaign, version(posted), typed).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer>) {
      boolean more = posted.text("action").equals("lignes");
      if (!more) {
        flash.done(view.text("scale.saved"));
      }
      return back(campaign, more ? "?lignes=10#lignes" : "#controles");
    }
    return again(campaign, typed, posted, answer);
  }

  /** Replaces the lines by those of a file. */
  @POST
  @Path("tableau")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response sheet(@PathParam("campaign") UUID campaign, List<EntityPart> parts)
      throws IOException {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    Optional<EntityPart> file = Optional.empty();
    for (EntityPart part : parts) {
      if (part.getName().equals("file")) {
        file = Optional.of(part).filter(p -> !p.getFileName().orElse("").isEmpty());
      } else {
        try (InputStream text = part.getContent()) {
          values.add(
              part.getName(), new String(text.readNBytes(LONGEST_PASTE), StandardCharsets.UTF_8));
        }
      }
    }
    if (file.isEmpty()) {
      return refused(campaign, "file", "scale.sheet.none");
    }
    try (InputStream content = file.get().getContent()) {
      return take(campaign, new Posted(values), content, "file");
    } catch (FileTooLargeException e) {
      return refused(campaign, "file", "scale.sheet.TOO_LARGE");
    }
  }

  /** Replaces the lines by what was copied from a spreadsheet. */
  @POST
  @Path("coller")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response paste(@PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values)
      throws IOException {
    String pasted = String.join("\n", new Posted(values).all("pasted"));
    if (pasted.isBlank()) {
      return refused(campaign, "pasted", "scale.sheet.none");
    }
    byte[] bytes =
        pasted
            .substring(0, Math.min(pasted.length(), LONGEST_PASTE))
            .getBytes(StandardCharsets.UTF_8);
    return take(campaign, new Posted(values), new ByteArrayInputStream(bytes), "pasted");
  }

  /** Asks before the draft is thrown away. */
  @GET
  @Path("abandonner")
  public Page confirmDrop(@PathParam("campaign") UUID campaign) {
    Scales.Draft draft = overview(campaign).draft().orElseThrow(NotFoundException::new);
    String here = ScaleResource.address(campaign) + "/brouillon";
    return Page.of(
        "view/confirm.jte",
        new Confirmation(
            view.text("scale.drop.title"),
            view.text(
                "scale.drop.text", draft.changedBy(), view.format().moment(draft.changedAt())),
            here + "/abandonner",
            Map.of("version", String.valueOf(draft.version())),
            view.text("scale.drop"),
            here));
  }

  /** Throws the draft away. */
  @POST
  @Path("abandonner")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response drop(
      @PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values) {
    Posted posted = new Posted(values);
    Answer<Integer> answer =
        scales.drop(campaign, version(posted)).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer>) {
      flash.done(view.text("scale.dropped"));
      return Response.seeOther(URI.create(ScaleResource.address(campaign))).build();
    }
    return stale(campaign, answer);
  }

  /** Publishes the draft, with what the visitor confirms. */
  @POST
  @Path("publier")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(
      @PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values) {
    Posted posted = new Posted(values);
    Answer<Integer> answer =
        scales
            .publish(campaign, version(posted), new HashSet<>(posted.all("confirmed")))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(view.text("scale.published", done.value()));
      return Response.seeOther(
              URI.create(ScaleResource.address(campaign) + "/versions/" + done.value()))
          .build();
    }
    if (answer instanceof Answer.Refused<Integer> refused) {
      return withErrors(
          campaign,
          refused.reasons().stream()
              .map(reason -> new FieldError(reason.field(), sentence(reason)))
              .toList());
    }
    return stale(campaign, answer);
  }

  private Response take(UUID campaign, Posted posted, InputStream content, String field)
      throws IOException {
    ScaleSheets.Taken taken =
        sheets.take(campaign, version(posted), content).orElseThrow(NotFoundException::new);
    ScaleSheet.Content sheet = taken.content();
    if (sheet.problem().isPresent()) {
      return refused(campaign, field, "scale.sheet." + sheet.problem().get());
    }
    if (taken.answer().isEmpty()) {
      return refused(campaign, field, "scale.sheet.unusable");
    }
    if (taken.answer().get() instanceof Answer.Done<Integer>) {
      flash.done(sentence(sheet));
      return back(campaign, "#lignes");
    }
    return stale(campaign, taken.answer().get());
  }

  /** What became of each row, in one message: nothing of a sheet disappears unsaid. */
  private String sentence(ScaleSheet.Content sheet) {
    StringBuilder said =
        new StringBuilder(
            view.text("scale.sheet.taken", sheet.lines().size(), sheet.rows().size()));
    if (!sheet.leftOut().isEmpty()) {
      said.append(' ')
          .append(
              view.text(
                  "scale.sheet.leftOut",
                  sheet.leftOut().stream()
                      .limit(20)
                      .map(row -> String.valueOf(row.line()))
                      .collect(Collectors.joining(", ")),
                  sheet.leftOut().size()));
    }
    if (!sheet.unknown().isEmpty()) {
      said.append(' ').append(view.text("scale.sheet.unknown", String.join(", ", sheet.unknown())));
    }
    return said.toString();
  }

  private Response again(UUID campaign, TypedScale typed, Posted posted, Answer<Integer> answer) {
    Scales.Overview overview = overview(campaign);
    Scales.Draft kept = overview.draft().orElseThrow(NotFoundException::new);
    List<FieldError> errors = new ArrayList<>();
    if (answer instanceof Answer.Refused<Integer> refused) {
      refused.reasons().forEach(r -> errors.add(new FieldError(r.field(), sentence(r))));
    } else {
      errors.add(new FieldError("kind", stale(kept)));
    }
    // What was typed is shown on the fresh version: sending it again is then a choice.
    Scales.Draft shown =
        new Scales.Draft(
            kept.version(),
            kept.changedAt(),
            kept.changedBy(),
            typed,
            typed.unreadable(),
            typed.findings());
    return page(campaign, overview.campaign(), shown, posted.yes("effort"), SPARE, errors)
        .status(answer instanceof Answer.Stale<Integer> ? 409 : 422);
  }

  private Response stale(UUID campaign, Answer<Integer> answer) {
    Scales.Draft kept = overview(campaign).draft().orElseThrow(NotFoundException::new);
    flash.warn(
        answer instanceof Answer.Stale<Integer> ? stale(kept) : view.text("scale.stale.plain"));
    return back(campaign, "");
  }

  private String stale(Scales.Draft kept) {
    return view.text("scale.stale", kept.changedBy(), view.format().moment(kept.changedAt()));
  }

  private Response refused(UUID campaign, String field, String key) {
    return withErrors(campaign, List.of(new FieldError(field, view.text(key))));
  }

  private Response withErrors(UUID campaign, List<FieldError> errors) {
    Scales.Overview overview = overview(campaign);
    Scales.Draft draft = overview.draft().orElseThrow(NotFoundException::new);
    return page(campaign, overview.campaign(), draft, false, SPARE, errors).status(422);
  }

  private Page page(
      UUID campaign,
      Scales.Campaign about,
      Scales.Draft draft,
      boolean effort,
      int spare,
      List<FieldError> errors) {
    ScaleTexts texts = new ScaleTexts(view);
    TypedScale typed = draft.typed();
    List<Seen> seen =
        draft.findings().stream()
            .map(finding -> new Seen(finding, texts.finding(finding, typed.unit())))
            .toList();
    List<FieldError> all = new ArrayList<>(errors);
    draft
        .unreadable()
        .forEach(
            one ->
                all.add(
                    new FieldError(
                        one.reason().field() + one.row(),
                        view.text("scale.row", one.row() + 1, sentence(one.reason())))));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < typed.lines().size() + spare; i++) {
      int place = i;
      rows.add(
          new Row(
              i,
              i < typed.lines().size() ? typed.lines().get(i) : TypedBracket.empty(),
              seen.stream()
                  .filter(one -> one.finding().rows().contains(place))
                  .map(Seen::sentence)
                  .toList()));
    }
    return Page.of(
        "mealaid/scale/editor.jte",
        new EditorPage(
            ScaleResource.address(campaign) + "/brouillon",
            ScaleResource.address(campaign),
            about,
            draft,
            new ScaleFields(view).head(typed, all),
            rows,
            effort || typed.lines().stream().anyMatch(TypedBracket::isEffort),
            seen,
            typed
                .scale()
                .filter(scale -> !scale.brackets().isEmpty())
                .map(scale -> ScaleResource.Shown.of(scale, view)),
            all));
  }

  private Scales.Overview overview(UUID campaign) {
    return scales.overview(campaign).orElseThrow(NotFoundException::new);
  }

  private String sentence(Refusal reason) {
    return view.text("scale.refused." + reason.code(), reason.data().toArray());
  }

  private static int version(Posted posted) {
    return posted.number("version", 0, Integer.MAX_VALUE).orElse(-1);
  }

  private static Response back(UUID campaign, String rest) {
    return Response.seeOther(URI.create(ScaleResource.address(campaign) + "/brouillon" + rest))
        .build();
  }
}
