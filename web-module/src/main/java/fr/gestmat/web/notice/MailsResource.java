package fr.gestmat.web.notice;

import fr.gestmat.notice.boundary.MailBook;
import fr.gestmat.notice.boundary.PaperNotices;
import fr.gestmat.notice.control.PaperRows;
import fr.gestmat.notice.entity.MailState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import fr.gestmat.web.view.Visitor.SchoolChoice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mails to families: what waits, what went, what failed; and what has to be printed. */
@Path("courriels")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class MailsResource {

  private static final URI PAPER = URI.create("/courriels/papier");

  @Inject private MailBook mails;
  @Inject private PaperNotices paper;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The list.
   *
   * @param state which mails
   * @param counts how many stand where
   * @param mails those of this page
   * @param pager where the list goes on
   */
  public record ListPage(
      MailState state, Map<MailState, Long> counts, List<MailBook.Line> mails, Pager pager) {}

  /**
   * What has to be printed.
   *
   * @param school where; absent for who looks at no one school
   * @param waits what waits there
   */
  public record PaperPage(Optional<SchoolChoice> school, Optional<PaperNotices.Overview> waits) {}

  /** Mails in one state; those that failed if the address does not say. */
  @GET
  public Page list(
      @QueryParam("etat") @DefaultValue("") String stateName,
      @QueryParam("avant") @DefaultValue("" + Long.MAX_VALUE) long before) {
    Map<MailState, Long> counts = mails.counts();
    MailState state =
        Arrays.stream(MailState.values())
            .filter(s -> s.name().equals(stateName))
            .findFirst()
            .orElse(counts.containsKey(MailState.FAILED) ? MailState.FAILED : MailState.SENT);
    List<MailBook.Line> lines = mails.page(state, before);
    String here = "/courriels?etat=" + state;
    return Page.of(
        "notice/mails.jte",
        new ListPage(
            state,
            counts,
            lines,
            new Pager(
                before == Long.MAX_VALUE ? Optional.empty() : Optional.of(here),
                lines.size() < MailBook.PAGE
                    ? Optional.empty()
                    : Optional.of(here + "&avant=" + lines.get(lines.size() - 1).key()))));
  }

  /** Tries a mail again that was given up. */
  @POST
  @Path("{id}/relancer")
  public Response retry(@PathParam("id") UUID id) {
    if (!mails.retry(id)) {
      throw new NotFoundException();
    }
    flash.done(view.text("notice.retried"));
    return Response.seeOther(URI.create("/courriels")).build();
  }

  /** Families without an address, by class. */
  @GET
  @Path("papier")
  public Page paper() {
    Optional<SchoolChoice> school = view.visitor().school();
    return Page.of(
        "notice/paper.jte", new PaperPage(school, school.flatMap(s -> paper.of(s.uai()))));
  }

  /**
   * The letters as a PDF; printing them changes nothing.
   *
   * @param upTo the last notice that the page showed
   */
  @GET
  @Path("papier.pdf")
  @Produces("application/pdf")
  public Response letters(@QueryParam("jusque") @DefaultValue("0") long upTo) throws IOException {
    java.nio.file.Path folder = Files.createTempDirectory("letters");
    java.nio.file.Path file = folder.resolve("courriers.pdf");
    try {
      if (!paper.print(school().uai(), upTo, file)) {
        throw new NotFoundException();
      }
      return Response.ok(Files.readAllBytes(file), "application/pdf")
          .header("Content-Disposition", "attachment; filename=\"courriers-familles.pdf\"")
          .header("Cache-Control", "no-store")
          .build();
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /**
   * Takes note that they were printed.
   *
   * @param upTo the last notice that the page showed
   */
  @POST
  @Path("papier")
  public Response printed(@FormParam("upTo") @DefaultValue("0") long upTo) {
    PaperRows.Printed done =
        paper.printed(school().uai(), upTo).orElseThrow(NotFoundException::new);
    String said = view.text("notice.printed", done.printed());
    if (done.outOfDate() == 0) {
      flash.done(said);
    } else {
      flash.warn(said + " " + view.text("notice.printed.outOfDate", done.outOfDate()));
    }
    return Response.seeOther(PAPER).build();
  }

  /** How a mail stands, as a tone. */
  public static Tone tone(MailState state) {
    return switch (state) {
      case WAITING, SENDING -> Tone.WAITING;
      case SENT -> Tone.OK;
      case FAILED -> Tone.REFUSED;
      case DISCARDED -> Tone.NEUTRAL;
    };
  }

  private SchoolChoice school() {
    return view.visitor().school().orElseThrow(NotFoundException::new);
  }
}
