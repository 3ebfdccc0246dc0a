package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.desk.DeskSession;
import fr.gestmat.lending.boundary.desk.DeskSessions;
import fr.gestmat.lending.boundary.offline.OfflineReplays;
import fr.gestmat.reports.document.ReceiptLine;
import fr.gestmat.web.lending.api.OfflineTexts;
import fr.gestmat.web.lending.api.ScanTexts;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import fr.gestmat.web.view.Visitor.SchoolChoice;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What was done in a session at the counter, to look at and to keep. */
@Path("comptoir")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
public class SessionResource {

  private static final Duration A_DAY = Duration.ofHours(12);

  @Inject private DeskSessions sessions;
  @EJB private OfflineReplays replays;
  @Inject private View view;
  @Inject private Clock clock;

  /**
   * The summary at the end of a session.
   *
   * @param from when it began, as the server told the desk; without it the last twelve hours
   */
  @GET
  @Path("seance")
  @Produces(Page.HTML)
  public Page summary(@QueryParam("depuis") @DefaultValue("") String from) {
    Instant begun = begun(from);
    DeskSession session = sessions.since(school().uai(), begun).orElseThrow(NotFoundException::new);
    return Page.of(
        "counter/session.jte",
        new SessionPage(
            session,
            session.scans().stream().map(scan -> scan.line(texts()::sentence)).toList(),
            leftOver(begun),
            view.visitor().account().orElse("") + "@" + school().uai(),
            begun.toString()));
  }

  /**
   * The same as a PDF.
   *
   * @param from as for the page
   */
  @GET
  @Path("seance.pdf")
  @Produces("application/pdf")
  public Response receipt(@QueryParam("depuis") @DefaultValue("") String from) throws IOException {
    java.nio.file.Path folder = Files.createTempDirectory("receipt");
    java.nio.file.Path file = folder.resolve("seance.pdf");
    try {
      if (!sessions.writeReceipt(school().uai(), begun(from), texts()::sentence, file)) {
        throw new NotFoundException();
      }
      return Response.ok(Files.readAllBytes(file), "application/pdf")
          .header("Content-Disposition", "attachment; filename=\"" + fileName() + "\"")
          .header("Cache-Control", "no-store")
          .build();
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** What was noted without network and is not recorded. */
  private List<ReplayResource.Line> leftOver(Instant begun) {
    OfflineTexts texts = new OfflineTexts(view);
    return replays.leftOver(school().uai(), begun, begun.plus(Duration.ofHours(24))).stream()
        .map(played -> ReplayResource.Line.of(played, texts))
        .toList();
  }

  private String fileName() {
    return "seance-" + school().uai() + "-" + view.format().isoDay(clock.instant()) + ".pdf";
  }

  private ScanTexts texts() {
    return new ScanTexts(view);
  }

  private SchoolChoice school() {
    return view.visitor().school().orElseThrow(NotFoundException::new);
  }

  private Instant begun(String from) {
    try {
      return from.isEmpty() ? clock.instant().minus(A_DAY) : Instant.parse(from);
    } catch (DateTimeParseException e) {
      throw new NotFoundException(e);
    }
  }

  /**
   * The summary.
   *
   * @param session what was scanned
   * @param lines the scans in words
   * @param leftOver what was noted without network and is not recorded
   * @param owner whose scans the browser may still keep
   * @param from when it began, for the address of the receipt
   */
  public record SessionPage(
      DeskSession session,
      List<ReceiptLine> lines,
      List<ReplayResource.Line> leftOver,
      String owner,
      String from) {}
}
