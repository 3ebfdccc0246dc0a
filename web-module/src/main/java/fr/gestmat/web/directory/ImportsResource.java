package fr.gestmat.web.directory;

import fr.gestmat.directory.boundary.DirectoryImports;
import fr.gestmat.directory.boundary.ImportReport;
import fr.gestmat.directory.boundary.ImportReport.ProblemLine;
import fr.gestmat.directory.boundary.ImportSummary;
import fr.gestmat.directory.control.feed.ProblemKind;
import fr.gestmat.directory.control.intake.Intake;
import fr.gestmat.directory.control.intake.IntakeRefusal;
import fr.gestmat.filestore.boundary.FileTooLargeException;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Imports of the directory: hand in, follow, read the report, decide, look back. */
@Path("administration/imports")
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class ImportsResource {

  private static final String HERE = "/administration/imports";

  @Inject private DirectoryImports imports;
  @Inject private View view;
  @Inject private Flash flash;

  /** The history and the form for a new set. */
  @GET
  public Page list() {
    return page(List.of(), "");
  }

  /**
   * Takes files in. The parts are read one after the other, so that a gigabyte never stands in
   * memory.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @LargestBody(megabytes = 512)
  public Response send(List<EntityPart> parts) throws IOException {
    List<Intake.Incoming> files = new ArrayList<>();
    String whole = "";
    for (EntityPart part : parts) {
      String name = part.getFileName().orElse("");
      if (part.getName().equals("files") && !name.isEmpty()) {
        try (InputStream content = part.getContent()) {
          files.add(new Intake.Incoming(lastPart(name), imports.receive(content)));
        } catch (FileTooLargeException e) {
          Intake.discard(files);
          return refused(IntakeRefusal.FILE_TOO_LARGE, lastPart(name), whole);
        }
      } else if (part.getName().equals("whole")) {
        try (InputStream content = part.getContent()) {
          whole = new String(content.readNBytes(10), StandardCharsets.UTF_8);
        }
      }
    }
    if (whole.isEmpty()) {
      Intake.discard(files);
      return page(List.of(new FieldError("whole", view.text("directoryimport.whole.missing"))), "")
          .status(422);
    }
    Intake.Taken taken =
        imports.take(files, whole.equals("yes")).orElseThrow(NotFoundException::new);
    if (taken.refusal().isPresent()) {
      return refused(taken.refusal().get(), taken.file(), whole);
    }
    flash.done(view.text("directoryimport.received"));
    return to(taken.importId().orElseThrow());
  }

  private Response refused(IntakeRefusal why, String file, String whole) {
    String said = view.text("directoryimport.refusal." + why.name(), file);
    return page(List.of(new FieldError("files", said)), whole).status(422);
  }

  private Page page(List<FieldError> errors, String whole) {
    return Page.of(
        "directory/imports.jte",
        new ImportsPage(
            imports.latest(),
            Field.radio(
                    "whole",
                    view.text("directoryimport.whole"),
                    List.of(
                        new Field.Choice("yes", view.text("directoryimport.whole.yes")),
                        new Field.Choice("no", view.text("directoryimport.whole.no"))))
                .hint(view.text("directoryimport.whole.hint"))
                .value(whole)
                .mandatory()
                .errors(errors),
            errors));
  }

  /**
   * The history and the form.
   *
   * @param latest imports, newest first
   * @param whole whether the set is whole
   * @param errors what to correct
   */
  public record ImportsPage(List<ImportSummary> latest, Field whole, List<FieldError> errors) {}

  /**
   * An import: how far it is, its report, the decision.
   *
   * @param part {@code avancement} for the progress alone, as the script of the page asks for it
   */
  @GET
  @Path("{id}")
  public Page report(
      @PathParam("id") String id, @QueryParam("partie") @DefaultValue("") String part) {
    ImportReport report =
        PublicId.of(id).flatMap(imports::report).orElseThrow(NotFoundException::new);
    return Page.of(
        part.equals("avancement") ? "directory/import-progress.jte" : "directory/import.jte",
        report);
  }

  /**
   * Lines of the report.
   *
   * @param kind the kind of lines, empty for all
   * @param after position of the last line of the page before
   */
  @GET
  @Path("{id}/lignes")
  public Page lines(
      @PathParam("id") String id,
      @QueryParam("motif") @DefaultValue("") String kind,
      @QueryParam("apres") @DefaultValue("0") int after) {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    ImportReport report = imports.report(known).orElseThrow(NotFoundException::new);
    Optional<ProblemKind> wanted =
        report.problems().stream()
            .map(ImportReport.ProblemCount::kind)
            .filter(k -> k.name().equals(kind))
            .findFirst();
    List<ProblemLine> lines = imports.problems(known, wanted, after);
    String here = HERE + "/" + known + "/lignes?motif=" + wanted.map(Enum::name).orElse("");
    Optional<String> next =
        lines.size() == DirectoryImports.PAGE
            ? Optional.of(here + "&apres=" + lines.get(lines.size() - 1).position())
            : Optional.empty();
    return Page.of(
        "directory/import-lines.jte",
        new LinesPage(
            report,
            wanted,
            lines,
            new Pager(after > 0 ? Optional.of(here) : Optional.empty(), next)));
  }

  /**
   * Lines of a report.
   *
   * @param report the report
   * @param kind the kind of lines, if only one is shown
   * @param lines the lines
   * @param pager where the list goes on
   */
  public record LinesPage(
      ImportReport report, Optional<ProblemKind> kind, List<ProblemLine> lines, Pager pager) {}

  /** What happens in each school. */
  @GET
  @Path("{id}/etablissements")
  public Page schools(
      @PathParam("id") String id, @QueryParam("apres") @DefaultValue("") String after) {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    ImportReport report = imports.report(known).orElseThrow(NotFoundException::new);
    List<ImportReport.SchoolLine> schools = imports.schools(known, after);
    String here = HERE + "/" + known + "/etablissements";
    Optional<String> next =
        schools.size() == DirectoryImports.PAGE
            ? Optional.of(here + "?apres=" + schools.get(schools.size() - 1).uai())
            : Optional.empty();
    return Page.of(
        "directory/import-schools.jte",
        new SchoolsPage(
            report,
            schools,
            new Pager(after.isEmpty() ? Optional.empty() : Optional.of(here), next)));
  }

  /**
   * Schools of a report.
   *
   * @param report the report
   * @param schools the schools
   * @param pager where the list goes on
   */
  public record SchoolsPage(
      ImportReport report, List<ImportReport.SchoolLine> schools, Pager pager) {}

  /** Says yes. */
  @POST
  @Path("{id}/confirmer")
  public Response confirm(
      @PathParam("id") String id,
      @FormParam("accept") List<String> accepted,
      @FormParam("leaving") List<String> leaving) {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    boolean done =
        imports.report(known).isPresent()
            && imports.confirm(known, Set.copyOf(accepted), Set.copyOf(leaving));
    return answer(known, done, view.text("directoryimport.confirmed"));
  }

  /** Says no. */
  @POST
  @Path("{id}/abandonner")
  public Response cancel(@PathParam("id") String id) {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    return answer(known, imports.cancel(known), view.text("directoryimport.cancelled"));
  }

  /** Lets work that stopped go on. */
  @POST
  @Path("{id}/reprendre")
  public Response retry(@PathParam("id") String id) {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    return answer(known, imports.retry(known), view.text("directoryimport.retried"));
  }

  private Response answer(UUID id, boolean done, String said) {
    if (imports.report(id).isEmpty()) {
      throw new NotFoundException();
    }
    if (done) {
      flash.done(said);
    } else {
      flash.warn(view.text("directoryimport.tooLate"));
    }
    return to(id);
  }

  private static Response to(UUID id) {
    return Response.seeOther(URI.create(HERE + "/" + id)).build();
  }

  /** Some browsers send whole paths. */
  private static String lastPart(String name) {
    String plain = name.replace('\\', '/');
    return plain.substring(plain.lastIndexOf('/') + 1);
  }
}
