package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.offline.OfflineReplays;
import fr.gestmat.lending.boundary.offline.OfflineReplays.Book;
import fr.gestmat.lending.boundary.offline.OfflineReplays.Detail;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.web.lending.api.OfflineTexts;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The replays of a school: what its desks did without network, and what came of it. */
@Path("comptoir/rejeux")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
public class ReplayResource {

  private static final String HERE = "/comptoir/rejeux";

  @EJB private OfflineReplays replays;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The replays of the visitor's current school, newest first.
   *
   * @param before key of the page
   */
  @GET
  @Produces(Page.HTML)
  public Page list(@QueryParam("avant") @DefaultValue("0") long before) {
    Book book =
        replays
            .book(school(), before > 0 ? before : Long.MAX_VALUE)
            .orElseThrow(NotFoundException::new);
    return Page.of(
        "counter/replays.jte",
        new ListPage(
            book,
            book.standing().silent().stream().map(new OfflineTexts(view)::silent).toList(),
            new Pager(
                before > 0 ? Optional.of(HERE) : Optional.empty(),
                book.next().map(key -> HERE + "?avant=" + key))));
  }

  /** Replays what waits, whoever is still awaited. */
  @POST
  public Response now() {
    Optional<UUID> replay = replays.now(school()).orElseThrow(NotFoundException::new);
    if (replay.isPresent()) {
      flash.done(view.text("offline.now.done"));
    } else {
      flash.warn(view.text("offline.now.none"));
    }
    return Response.seeOther(URI.create(replay.map(id -> HERE + "/" + id).orElse(HERE))).build();
  }

  /**
   * One replay, operation by operation.
   *
   * @param show {@code tout} for all operations, else those that were refused or skipped
   * @param after position after which the page begins
   */
  @GET
  @Path("{id}")
  @Produces(Page.HTML)
  public Page one(
      @PathParam("id") UUID id,
      @QueryParam("voir") @DefaultValue("") String show,
      @QueryParam("apres") @DefaultValue("0") long after) {
    boolean all = show.equals("tout");
    Detail detail = replays.detail(school(), id, !all, after).orElseThrow(NotFoundException::new);
    String here = HERE + "/" + id + (all ? "?voir=tout" : "?voir=");
    OfflineTexts texts = new OfflineTexts(view);
    return Page.of(
        "counter/replay.jte",
        new OnePage(
            detail,
            all,
            detail.operations().stream().map(played -> Line.of(played, texts)).toList(),
            new Pager(
                after > 0 ? Optional.of(here) : Optional.empty(),
                detail.next().map(position -> here + "&apres=" + position))));
  }

  private String school() {
    return view.visitor().school().orElseThrow(NotFoundException::new).uai();
  }

  /**
   * The list.
   *
   * @param book the replays and what waits
   * @param silent the desks for which it waits, in words
   * @param pager where it goes on
   */
  public record ListPage(Book book, List<String> silent, Pager pager) {}

  /**
   * A replay.
   *
   * @param detail its sums and operations
   * @param all whether all operations are shown
   * @param lines the operations in words
   * @param pager where they go on
   */
  public record OnePage(Detail detail, boolean all, List<Line> lines, Pager pager) {}

  /**
   * An operation in words.
   *
   * @param played the operation
   * @param why what came of it
   * @param advice what to do; an empty text if nothing
   */
  public record Line(Played played, String why, String advice) {

    static Line of(Played played, OfflineTexts texts) {
      return new Line(played, texts.sentence(played), texts.advice(played));
    }

    /** How it sounds. */
    public Tone tone() {
      return switch (played.state()) {
        case WAITING, PLANNED -> Tone.WAITING;
        case APPLIED -> Tone.OK;
        case REFUSED -> Tone.REFUSED;
        case SKIPPED -> Tone.WARNING;
      };
    }
  }
}
