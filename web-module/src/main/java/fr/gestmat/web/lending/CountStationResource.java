package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.count.CountDesk;
import fr.gestmat.lending.boundary.count.StockCounts;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.count.CountAnswer;
import fr.gestmat.lending.control.count.CountBook;
import fr.gestmat.lending.control.count.CountReply;
import fr.gestmat.lending.control.count.CountScan;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A station of an inventory: one page that stays open while somebody walks along the shelves.
 * Without its script it takes one code at a time.
 */
@Path("materiels/inventaires")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(Page.HTML)
public class CountStationResource {

  @Inject private StockCounts counts;
  @EJB private CountDesk desk;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Clock clock;

  /**
   * The station as it opens.
   *
   * @param card the count
   * @param station what every station has
   */
  public record StationPage(StockCounts.Card card, Station station) {}

  /** Opens the station. */
  @GET
  @Path("{id}/lecture")
  public Page open(@PathParam("id") UUID id) {
    StockCounts.Card card = counts.find(id).orElseThrow(NotFoundException::new);
    if (!card.mayScan()) {
      throw new NotFoundException();
    }
    CountBook.Line count = card.count();
    String back = CountsResource.HERE + "/" + id;
    String where =
        Stream.of(Optional.of(count.school()), count.storage(), count.model())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return Page.of(
        "lending/count-station.jte",
        new StationPage(
            card,
            new Station(
                view.text("count.station"),
                back,
                view.text("count.back", count.name()),
                where,
                "count:" + id,
                "/api/v1/stock-counts/" + id + "/scans",
                back + "/avancement",
                back + "/lecture",
                Station.texts(view, "count"),
                UUID.randomUUID(),
                clock.instant())));
  }

  /** Takes one code from a page without its script. */
  @POST
  @Path("{id}/lecture")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response scan(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    CountReply reply =
        desk.scan(
            new CountScan(
                typed.id("scan").orElseGet(UUID::randomUUID),
                id,
                typed.raw("code"),
                clock.instant()));
    if (reply instanceof CountReply.Answered answered) {
      say(answered.answer());
    } else if (reply instanceof CountReply.SameIdOtherBody) {
      // The form was sent twice: what the first one said stands.
      flash.warn(view.text("count.sentTwice"));
    } else {
      throw new NotFoundException();
    }
    return Response.seeOther(URI.create(CountsResource.HERE + "/" + id + "/lecture")).build();
  }

  /** The agent says that all is sent. */
  @POST
  @Path("{id}/lecture/fin")
  public Response finish(@PathParam("id") UUID id) {
    if (!counts.finish(id)) {
      throw new NotFoundException();
    }
    flash.done(view.text("count.finished"));
    return Response.seeOther(URI.create(CountsResource.HERE + "/" + id)).build();
  }

  private void say(CountAnswer answer) {
    String sentence = CountTexts.sentence(view, answer);
    Outcome outcome = answer.finding().outcome();
    if (outcome == Outcome.OK) {
      flash.done(sentence);
    } else if (outcome == Outcome.WARNING) {
      flash.warn(sentence);
    } else {
      flash.refuse(sentence);
    }
  }
}
