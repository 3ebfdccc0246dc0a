package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.campaign.Campaigns;
import fr.gestmat.lending.control.campaign.Campaign;
import fr.gestmat.lending.control.campaign.Campaign.State;
import fr.gestmat.lending.control.campaign.CampaignBoard;
import fr.gestmat.lending.control.campaign.SwapMending;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Return campaigns: the list, a draft with what it would mean, and the board of the day, which who
 * works at the desk may read.
 */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("campagnes")
@RequestScoped
@Produces(Page.HTML)
public class CampaignResource {

  @Inject private Campaigns campaigns;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * A draft.
   *
   * @param campaign what was decided
   * @param preview what it would mean
   * @param devices how many devices in all
   */
  public record DraftPage(Campaign campaign, Campaigns.Preview preview, long devices) {}

  /**
   * The board of the day, or how it ended.
   *
   * @param campaign which
   * @param standing how far it is
   * @param schoolClass the class whose missing devices are listed; empty for all of them
   * @param mayChange whether the visitor may do more than read
   */
  public record BoardPage(
      Campaign campaign,
      Campaigns.Standing standing,
      Optional<String> schoolClass,
      boolean mayChange) {

    /** Missing devices that are listed without a class having been chosen. */
    private static final int LISTED = 40;

    /** Whether there are too many missing devices for a list of all of them. */
    public boolean tooMany() {
      return schoolClass.isEmpty() && standing.total().missing() > LISTED;
    }

    /** How many are missing of the class, or of all. */
    public long missing() {
      return schoolClass.isEmpty()
          ? standing.total().missing()
          : standing.classes().stream()
              .filter(one -> one.name().equals(schoolClass.get()))
              .mapToLong(CampaignBoard.Figures::missing)
              .sum();
    }

    /** How wide a part is drawn, in percent of all that is expected. */
    public String width(long part, long whole) {
      return whole == 0
          ? "0"
          : BigDecimal.valueOf(100 * part)
              .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
              .toPlainString();
    }

    /** The most that came back in one hour. */
    public long busiest() {
      return standing.hours().stream().mapToLong(CampaignBoard.Hour::returned).max().orElse(0);
    }

    /** Whether the page looks again by itself. */
    public boolean live() {
      return campaign.state() == State.OPEN;
    }

    /** Whether swaps can be mended and the campaign closed. */
    public boolean open() {
      return mayChange && live();
    }
  }

  /**
   * Who may have a device that is still out.
   *
   * @param campaign which
   * @param device the device
   * @param candidates pupils whose own device is back
   */
  public record SwapPage(
      Campaign campaign, CampaignBoard.Remaining device, List<SwapMending.Candidate> candidates) {}

  /** The campaigns of one's schools, the latest first. */
  @GET
  public Page list() {
    return Page.of("lending/campaigns.jte", campaigns.latest());
  }

  /** One campaign; {@code classe} is the class whose missing devices are listed. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id, @QueryParam("classe") @Nullable String schoolClass) {
    Campaign campaign = find(id);
    if (campaign.state() == State.DRAFT) {
      Campaigns.Preview preview = campaigns.preview(campaign);
      return Page.of(
          "lending/campaign-draft.jte",
          new DraftPage(
              campaign,
              preview,
              preview.expected().values().stream().mapToLong(Integer::longValue).sum()));
    }
    return Page.of(
        "lending/campaign-board.jte",
        new BoardPage(
            campaign,
            campaigns.standing(campaign, Optional.ofNullable(schoolClass)),
            Optional.ofNullable(schoolClass),
            campaigns.mayChange(campaign)));
  }

  /** Opens a draft and calls the families. */
  @POST
  @Path("{id}/ouvrir")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Response open(@PathParam("id") UUID id) {
    Answer<Integer> answer = campaigns.open(id).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(view.text("campaign.opened", done.value()));
    } else {
      flash.refuse(view.text("campaign.late"));
    }
    return to(id);
  }

  /** Throws a draft away. */
  @POST
  @Path("{id}/abandonner")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Response discard(@PathParam("id") UUID id) {
    if (campaigns.discard(id).orElseThrow(NotFoundException::new)) {
      flash.done(view.text("campaign.discarded"));
      return Response.seeOther(URI.create("/campagnes")).build();
    }
    return to(id);
  }

  /** Asks before it is closed: what is counted then stays. */
  @GET
  @Path("{id}/cloturer")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Response confirmClosing(@PathParam("id") UUID id) {
    Campaign campaign = find(id);
    if (!campaigns.mayChange(campaign)) {
      throw new NotFoundException();
    }
    if (campaign.state() != State.OPEN) {
      return to(id);
    }
    CampaignBoard.Figures total = campaigns.standing(campaign, Optional.empty()).total();
    return Page.of(
            "view/confirm.jte",
            new Confirmation(
                view.text("campaign.close.title", campaign.plan().name()),
                view.text(
                    "campaign.close.text", total.expected(), total.returned(), total.missing()),
                "/campagnes/" + id + "/cloturer",
                Map.of(),
                view.text("campaign.close.go"),
                "/campagnes/" + id))
        .status(200);
  }

  /** Closes it. */
  @POST
  @Path("{id}/cloturer")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Response close(@PathParam("id") UUID id) {
    if (campaigns.close(id).orElseThrow(NotFoundException::new)) {
      flash.done(view.text("campaign.closed"));
    }
    return to(id);
  }

  /** Who may have a device that is still out. */
  @GET
  @Path("{id}/echange/{device}")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  public Page swap(@PathParam("id") UUID id, @PathParam("device") UUID device) {
    Campaign campaign = find(id);
    if (campaign.state() != State.OPEN || !campaigns.mayChange(campaign)) {
      throw new NotFoundException();
    }
    Optional<CampaignBoard.Remaining> out = campaigns.remaining(campaign, device);
    return Page.of(
        "lending/campaign-swap.jte",
        new SwapPage(
            campaign,
            out.orElseThrow(NotFoundException::new),
            campaigns.candidates(campaign, device)));
  }

  /** Puts the loan in the right name. */
  @POST
  @Path("{id}/echange/{device}")
  @OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response mend(
      @PathParam("id") UUID id,
      @PathParam("device") UUID device,
      MultivaluedMap<String, String> values) {
    Optional<UUID> pupil = new Typed(values).id("pupil");
    if (pupil.isEmpty()) {
      flash.refuse(view.text("campaign.swap.choose"));
      return Response.seeOther(URI.create("/campagnes/" + id + "/echange/" + device)).build();
    }
    if (campaigns.mendSwap(id, device, pupil.get()).orElseThrow(NotFoundException::new)) {
      flash.done(view.text("campaign.swap.done"));
    } else {
      flash.refuse(view.text("campaign.swap.tooLate"));
    }
    return to(id);
  }

  /** How a campaign stands, as a tone. */
  public static Tone tone(State state) {
    return switch (state) {
      case DRAFT -> Tone.NEUTRAL;
      case OPEN -> Tone.WAITING;
      case CLOSED -> Tone.OK;
    };
  }

  private Campaign find(UUID id) {
    return campaigns.find(id).orElseThrow(NotFoundException::new);
  }

  private static Response to(UUID id) {
    return Response.seeOther(URI.create("/campagnes/" + id)).build();
  }
}
