package fr.gestmat.web.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.lending.boundary.agreement.SignedPaper;
import fr.gestmat.lending.control.agreement.AgreementData;
import fr.gestmat.lending.control.agreement.SignedPages;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.export.HandedFiles.Download;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.security.LargestBody;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Signed paper that comes back: sending scans, and filing by hand what did not file itself. */
@Path("conventions/papier")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class SignedPaperResource {

  private static final String HERE = "/conventions/papier";
  private static final int LONGEST_FIELD = 200;

  @Inject private SignedPaper paper;
  @Inject private AgreementSchool schools;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * What the page shows.
   *
   * @param desk what waits and what was filed
   * @param fields the fields to send a scan with
   * @param pager where the list goes on
   * @param errors what to correct
   */
  public record DeskPage(
      SignedPaper.Desk desk, List<Field> fields, Pager pager, List<FieldError> errors) {}

  /**
   * Where a page is filed by hand.
   *
   * @param line the page
   * @param code the field of the agreement's code
   * @param named the agreement of that code
   * @param guardian the field of the name of the guardian who signed
   * @param errors what to correct
   */
  public record FilePage(
      SignedPages.Line line,
      Field code,
      Optional<AgreementData> named,
      Field guardian,
      List<FieldError> errors) {

    /** Whether somebody still has to sign: who had to is ticked beforehand. */
    public boolean awaits(Party party) {
      var facts = named.orElseThrow().facts();
      return party == Party.PUPIL ? !facts.pupilSigned() : facts.minor() && !facts.guardianSigned();
    }
  }

  /** What waits, and where to send more. */
  @GET
  public Page desk(@QueryParam("apres") @DefaultValue("0") long after) {
    return page("", after, List.of());
  }

  /** Takes a scan or a stack in. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @LargestBody(megabytes = 102)
  public Response send(List<EntityPart> parts) throws IOException {
    String uai = "";
    for (EntityPart part : parts) {
      if (part.getName().equals("etablissement")) {
        try (InputStream text = part.getContent()) {
          uai = new String(text.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
        }
      }
    }
    Optional<EntityPart> file =
        parts.stream()
            .filter(p -> p.getName().equals("file"))
            .filter(p -> !p.getFileName().orElse("").isEmpty())
            .findFirst();
    Optional<Choices.School> school = schools.of(paper.schools(), uai);
    if (file.isEmpty() || school.isEmpty()) {
      String field = file.isEmpty() ? "file" : "etablissement";
      return page(uai, 0, List.of(new FieldError(field, view.text("agreement.refused.missing"))))
          .status(422);
    }
    try (InputStream content = file.get().getContent()) {
      Answer<UUID> answer =
          paper.receive(school.get().uai(), file.get().getFileName().orElse(""), content);
      if (answer instanceof Answer.Done<UUID> done) {
        return Response.seeOther(URI.create("/taches/" + done.value())).build();
      }
      return page(uai, 0, AgreementWords.errors(view, answer, "file")).status(422);
    } catch (FileTooLargeException e) {
      return page(
              uai,
              0,
              List.of(
                  new FieldError(
                      "file",
                      view.text(
                          "agreement.refused.tooLarge", SignedPaper.MOST_BYTES / 1024 / 1024))))
          .status(422);
    }
  }

  /** Where a page that waits is filed by hand. */
  @GET
  @Path("{page}")
  public Page one(@PathParam("page") UUID page, @QueryParam("code") @DefaultValue("") String code) {
    SignedPages.Line line = waiting(page);
    Optional<AgreementData> named = code.isBlank() ? Optional.empty() : paper.named(code);
    List<FieldError> errors =
        !code.isBlank() && named.isEmpty()
            ? List.of(new FieldError("code", view.text("agreement.refused.noAgreement")))
            : List.of();
    return filePage(line, code, named, "", errors);
  }

  /** Files it. */
  @POST
  @Path("{page}/classement")
  public Response file(
      @PathParam("page") UUID page,
      @FormParam("convention") @DefaultValue("") String agreement,
      @FormParam("code") @DefaultValue("") String code,
      @FormParam("objet") @DefaultValue("AGREEMENT") Purpose purpose,
      @FormParam("PUPIL") @DefaultValue("false") boolean pupil,
      @FormParam("GUARDIAN") @DefaultValue("false") boolean guardian,
      @FormParam("nom") @DefaultValue("") String guardianName) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    if (pupil || purpose == Purpose.RECEIPT) {
      parties.add(Party.PUPIL);
    }
    if (guardian && purpose == Purpose.AGREEMENT) {
      parties.add(Party.GUARDIAN);
    }
    Answer<UUID> answer =
        IssueResource.id(agreement)
            .flatMap(id -> paper.file(page, id, purpose, parties, guardianName))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("agreement.paper.filedByHand"));
      return Response.seeOther(URI.create(HERE)).build();
    }
    return filePage(
            waiting(page),
            code,
            paper.named(code),
            guardianName,
            AgreementWords.errors(view, answer, "signature"))
        .status(422);
  }

  /** Puts a page aside. */
  @POST
  @Path("{page}/ecart")
  public Response discard(@PathParam("page") UUID page) {
    if (!paper.discard(page)) {
      throw new NotFoundException();
    }
    flash.done(view.text("agreement.paper.discarded"));
    return Response.seeOther(URI.create(HERE)).build();
  }

  /** The page itself. */
  @GET
  @Path("{page}/image")
  public Response look(@PathParam("page") UUID page) throws IOException {
    return show(paper.page(page).orElseThrow(NotFoundException::new));
  }

  /** A file of ours that a browser can show; its type is what its bytes said when it came. */
  static Response show(Download file) {
    return Response.ok(file.content(), file.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private SignedPages.Line waiting(UUID page) {
    return paper.find(page).filter(SignedPages.Line::waiting).orElseThrow(NotFoundException::new);
  }

  private Page filePage(
      SignedPages.Line line,
      String code,
      Optional<AgreementData> named,
      String guardian,
      List<FieldError> errors) {
    return Page.of(
        "agreement/paper-file.jte",
        new FilePage(
            line,
            Field.text("code", view.text("agreement.paper.code"))
                .hint(view.text("agreement.paper.code.hint"))
                .value(code)
                .mandatory()
                .errors(errors),
            named,
            Field.text("nom", view.text("agreement.paper.guardian"))
                .hint(view.text("agreement.paper.guardian.hint"))
                .value(guardian)
                .errors(errors),
            errors));
  }

  private Page page(String uai, long after, List<FieldError> errors) {
    SignedPaper.Desk desk = paper.desk(after);
    List<Choices.School> all = paper.schools();
    List<Field> fields = new java.util.ArrayList<>(schools.field(all, schools.of(all, uai)));
    fields.replaceAll(field -> field.errors(errors));
    fields.add(
        Field.of("file", "file", view.text("agreement.paper.file"))
            .hint(view.text("agreement.paper.file.hint"))
            .mandatory()
            .errors(errors));
    return Page.of(
        "agreement/paper.jte",
        new DeskPage(
            desk,
            fields,
            new Pager(
                after == 0 ? Optional.empty() : Optional.of(HERE),
                desk.next().map(key -> HERE + "?apres=" + key)),
            errors));
  }
}
