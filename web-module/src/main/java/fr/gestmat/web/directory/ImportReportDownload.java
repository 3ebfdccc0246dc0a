package fr.gestmat.web.directory;

import fr.gestmat.directory.boundary.DirectoryImports;
import fr.gestmat.directory.boundary.ImportReport.ProblemLine;
import fr.gestmat.reports.spreadsheet.Column;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The report of an import as a spreadsheet, to work through it line by line. */
@Path("administration/imports/{id}/compte-rendu.xlsx")
@RequestScoped
@OpenTo("ADMIN")
public class ImportReportDownload {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private DirectoryImports imports;
  @Inject private View view;

  /** Sends the whole file, or fails before the first byte. */
  @GET
  @Produces(XLSX)
  public Response file(@PathParam("id") String id) throws IOException, SQLException {
    UUID known = PublicId.of(id).orElseThrow(NotFoundException::new);
    java.nio.file.Path file = imports.export(known, table()).orElseThrow(NotFoundException::new);
    StreamingOutput whole =
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            Files.deleteIfExists(file);
          }
        };
    return Response.ok(whole, XLSX)
        .header("Content-Length", Files.size(file))
        .header("Content-Disposition", "attachment; filename=\"compte-rendu-import.xlsx\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private Table<ProblemLine> table() {
    return new Table<>(
        view.text("directoryimport.export.title"),
        view.visitor().name(),
        view.visitor().zone(),
        List.of(
            Column.text(
                view.text("directoryimport.effect"),
                (ProblemLine l) ->
                    view.text("directoryimport.severity." + l.kind().severity().name())),
            Column.text(
                view.text("directoryimport.reason"),
                (ProblemLine l) -> view.text("directoryimport.problem." + l.kind().name())),
            Column.text(view.text("directoryimport.subject"), ProblemLine::subject),
            Column.text(view.text("directoryimport.detail"), ProblemLine::detail),
            Column.text(
                view.text("directoryimport.school"), (ProblemLine l) -> l.uai().orElse(null)),
            Column.text(view.text("directoryimport.file"), ProblemLine::file),
            Column.whole(
                view.text("directoryimport.line"),
                (ProblemLine l) -> l.line() == 0 ? null : l.line())));
  }
}
