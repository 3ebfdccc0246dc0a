package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.count.CountDesk;
import fr.gestmat.lending.boundary.count.StockCounts;
import fr.gestmat.lending.control.count.CountAgents.Agent;
import fr.gestmat.lending.control.count.CountAgents.Candidate;
import fr.gestmat.lending.control.count.CountBook;
import fr.gestmat.lending.control.count.CountView;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The page of an inventory: how far it is, what was found, who scans, and its end. */
@Path("materiels/inventaires")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Produces(Page.HTML)
public class CountResource {

  @Inject private StockCounts counts;
  @EJB private CountDesk desk;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * A count.
   *
   * @param card what is known of it
   * @param shown which of its devices are listed; absent for the codes of no device
   * @param devices these devices
   * @param codes the codes of no device, when they are asked for
   * @param pager where the list goes on
   */
  public record CardPage(
      StockCounts.Card card,
      Optional<CountView> shown,
      List<CountBook.Device> devices,
      List<CountBook.Code> codes,
      Pager pager) {

    /** The address of the page. */
    public String here() {
      return CountsResource.HERE + "/" + card.count().id();
    }
  }

  /**
   * Who scans.
   *
   * @param card the count
   * @param candidates who may be asked
   * @param errors what to correct
   */
  public record AgentsPage(
      StockCounts.Card card, List<Candidate> candidates, List<FieldError> errors) {

    /** Whether somebody scans already. */
    public boolean scans(Candidate candidate) {
      return card.agents().stream().anyMatch(a -> a.account() == candidate.account());
    }
  }

  /**
   * The question before a count is closed.
   *
   * @param card the count
   * @param errors what to correct
   */
  public record ClosePage(StockCounts.Card card, List<FieldError> errors) {

    /** Who has scanned and not said that all is sent. */
    public List<Agent> underWay() {
      return card.agents().stream().filter(Agent::underWay).toList();
    }
  }

  /** One count. */
  @GET
  @Path("{id}")
  public Page show(
      @PathParam("id") UUID id,
      @QueryParam("voir") @DefaultValue("") String asked,
      @QueryParam("apres") @DefaultValue("") String after) {
    StockCounts.Card card = card(id);
    String here = CountsResource.HERE + "/" + id;
    if (asked.equals("CODES")) {
      return Page.of(
          "lending/count.jte",
          new CardPage(
              card,
              Optional.empty(),
              List.of(),
              counts.codes(id),
              new Pager(Optional.empty(), Optional.empty())));
    }
    CountView shown = Typed.one(CountView.class, asked).orElse(CountView.UNSEEN);
    StockCounts.Devices devices =
        counts.devices(id, shown, after).orElseThrow(NotFoundException::new);
    List<Parameter> list = List.of(new Parameter("voir", shown.name()));
    return Page.of(
        "lending/count.jte",
        new CardPage(
            card,
            Optional.of(shown),
            devices.devices(),
            List.of(),
            new Pager(
                after.isEmpty() ? Optional.empty() : Optional.of(Parameter.address(here, list)),
                devices.next().map(tag -> Parameter.address(here, list, "apres", tag)))));
  }

  /** How far it is: the part of the page that a script keeps fresh. */
  @GET
  @Path("{id}/avancement")
  public Page progress(@PathParam("id") UUID id) {
    return Page.of(
        "lending/count-progress.jte", counts.progress(id).orElseThrow(NotFoundException::new));
  }

  /** Who scans. */
  @GET
  @Path("{id}/agents")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Page agents(@PathParam("id") UUID id) {
    return agents(managed(id), List.of());
  }

  /** Says who scans. */
  @POST
  @Path("{id}/agents")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response assign(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Answer<UUID> answer =
        counts.assign(id, new Typed(values).ids("agents")).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("count.assigned"));
      return back(id);
    }
    return agents(managed(id), CountTexts.errors(view, answer)).status(422);
  }

  /** Asks before closing. */
  @GET
  @Path("{id}/cloture")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Page askToClose(@PathParam("id") UUID id) {
    return Page.of("lending/count-close.jte", new ClosePage(managed(id), List.of()));
  }

  /** Closes it. */
  @POST
  @Path("{id}/cloture")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Answer<UUID> answer =
        counts.close(id, new Typed(values).yes("allTheSame")).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      StockCounts.Card card = card(id);
      flash.done(view.text("count.closedNow", card.progress().found(), card.progress().unseen()));
      return back(id);
    }
    List<FieldError> errors = CountTexts.errors(view, answer);
    if (!card(id).count().open()) {
      flash.warn(errors.get(0).message());
      return back(id);
    }
    return Page.of("lending/count-close.jte", new ClosePage(managed(id), errors)).status(422);
  }

  /** The report as a file. */
  @POST
  @Path("{id}/exports")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response export(@PathParam("id") UUID id, MultivaluedMap<String, String> values)
      throws IOException {
    UUID file =
        desk.report(id, Ordering.format(new Typed(values))).orElseThrow(NotFoundException::new);
    return Response.seeOther(URI.create("/fichiers/" + file)).build();
  }

  private Page agents(StockCounts.Card card, List<FieldError> errors) {
    Set<Long> known =
        card.agents().stream().map(Agent::account).collect(Collectors.toUnmodifiableSet());
    List<Candidate> candidates =
        counts.candidates(card.count().uai()).stream()
            .sorted(
                (a, b) -> Boolean.compare(known.contains(b.account()), known.contains(a.account())))
            .toList();
    return Page.of("lending/count-agents.jte", new AgentsPage(card, candidates, errors));
  }

  private StockCounts.Card card(UUID id) {
    return counts.find(id).orElseThrow(NotFoundException::new);
  }

  private StockCounts.Card managed(UUID id) {
    StockCounts.Card card = card(id);
    if (!card.mayManage()) {
      throw new NotFoundException();
    }
    return card;
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create(CountsResource.HERE + "/" + id)).build();
  }
}
