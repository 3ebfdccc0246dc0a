package fr.gestmat.lending.boundary.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.campaign.Campaign;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import fr.gestmat.lending.control.campaign.CampaignBoard;
import fr.gestmat.lending.control.campaign.CampaignCalls;
import fr.gestmat.lending.control.campaign.CampaignRows;
import fr.gestmat.lending.control.campaign.CampaignRule;
import fr.gestmat.lending.control.campaign.SwapMending;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Planning, opening, following and closing the return campaigns of one's schools. Who works at the
 * desk follows them from their opening on, and changes nothing.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class Campaigns {

  /** Campaigns of the list. */
  private static final int LATEST = 200;

  /** Devices still out that a board names. */
  public static final int MOST = 500;

  @Inject private CurrentCaller caller;
  @Inject private CampaignRows rows;
  @Inject private CampaignBoard board;
  @Inject private CampaignCalls calls;
  @Inject private SwapMending swaps;
  @Inject private Choices choices;
  @Inject private Journal journal;
  @Inject private Today today;
  @Inject private Clock clock;

  /**
   * A draft, with what it would mean.
   *
   * @param expected devices by class
   * @param calls when each class would come
   * @param elsewhere devices left out, as another open campaign calls them
   * @param late whether the first class would be called for a time that is over
   */
  public record Preview(
      Map<String, Integer> expected,
      Map<String, LocalDateTime> calls,
      long elsewhere,
      boolean late) {}

  /**
   * How far a campaign is.
   *
   * @param total all classes together
   * @param classes class by class
   * @param hours hour by hour
   * @param remaining what is still out, of all or of one class, at most {@value #MOST}
   */
  public record Standing(
      CampaignBoard.Figures total,
      List<CampaignBoard.Figures> classes,
      List<CampaignBoard.Hour> hours,
      List<CampaignBoard.Remaining> remaining) {}

  /** The latest campaigns of the caller's schools. */
  @RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
  public List<Campaign> latest() {
    return rows.latest(desks(), LATEST).stream().filter(this::mayRead).toList();
  }

  /** A campaign of the caller's schools. */
  @RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
  public Optional<Campaign> find(UUID id) {
    return rows.find(desks(), id).filter(this::mayRead);
  }

  /** Whether the caller may change it, or only read it. */
  @RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
  public boolean mayChange(Campaign campaign) {
    return scope().covers(campaign.school());
  }

  private boolean mayRead(Campaign campaign) {
    return campaign.state() != Campaign.State.DRAFT || mayChange(campaign);
  }

  private Optional<Campaign> own(UUID id) {
    return rows.find(scope(), id);
  }

  /** The levels of a school of the caller's. */
  public Optional<List<CampaignRows.Level>> levels(String uai) {
    return school(uai).map(school -> rows.levels(school.key()));
  }

  /**
   * Keeps a draft.
   *
   * @param levels keys of the levels, if it is for some
   * @return empty if there is no such school for the caller
   */
  public Optional<Answer<UUID>> draft(String uai, Plan plan, Collection<Long> levels) {
    return school(uai)
        .map(
            school -> {
              Caller who = caller.get();
              List<Refusal> reasons =
                  CampaignRule.refusals(plan, levels.size(), today.in(who.authorityId()));
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              UUID id = rows.insert(who.authorityId(), school.key(), plan, levels, who.name());
              write("CAMPAIGN_PLANNED", school.key(), id, plan.name());
              return new Answer.Done<>(id);
            });
  }

  /** What a draft would mean. */
  public Preview preview(Campaign campaign) {
    Map<String, Integer> expected = rows.expected(campaign);
    Map<String, LocalDateTime> planned = calls.plan(campaign, expected);
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), today.zone(campaign.authority()));
    return new Preview(
        expected,
        planned,
        rows.calledElsewhere(campaign),
        planned.values().stream().anyMatch(at -> at.isBefore(now)));
  }

  /** Throws a draft away. */
  public Optional<Boolean> discard(UUID id) {
    return own(id)
        .map(
            campaign -> {
              boolean gone = rows.discard(campaign);
              if (gone) {
                write("CAMPAIGN_DISCARDED", campaign.school(), id, campaign.plan().name());
              }
              return gone;
            });
  }

  /**
   * Opens a draft: what it expects is fixed, and every family is called.
   *
   * @return how many devices it expects, none if it was opened already; refused for {@code late} if
   *     families would be called for a time that is over; empty if there is no such campaign for
   *     the caller
   */
  public Optional<Answer<Integer>> open(UUID id) {
    return own(id)
        .<Answer<Integer>>map(
            campaign -> {
              if (campaign.state() != Campaign.State.DRAFT) {
                return new Answer.Done<>(0);
              }
              Preview preview = preview(campaign);
              if (preview.late()) {
                return Answer.refused(Refusal.of("startsOn", "late"));
              }
              if (!rows.open(campaign, preview.calls())) {
                return new Answer.Done<>(0);
              }
              write("CAMPAIGN_OPENED", campaign.school(), id, campaign.plan().name());
              return new Answer.Done<>(calls.call(campaign));
            });
  }

  /** Closes an open campaign: no more reminders go, and its figures stay as they are now. */
  public Optional<Boolean> close(UUID id) {
    return own(id)
        .map(
            campaign -> {
              boolean closed = rows.close(campaign, caller.get().name());
              if (closed) {
                write("CAMPAIGN_CLOSED", campaign.school(), id, campaign.plan().name());
              }
              return closed;
            });
  }

  /**
   * How far it is: two aggregate statements and one list.
   *
   * @param schoolClass the class whose missing devices are listed, empty for pupils without one;
   *     absent for all
   */
  @RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
  public Standing standing(Campaign campaign, Optional<String> schoolClass) {
    List<CampaignBoard.Figures> classes = board.classes(campaign);
    return new Standing(
        CampaignBoard.total(classes),
        classes,
        board.hours(campaign, today.zone(campaign.authority())),
        board.remaining(campaign, schoolClass, MOST));
  }

  /** A device that is still out; empty if it is not, or was not expected. */
  public Optional<CampaignBoard.Remaining> remaining(Campaign campaign, UUID device) {
    return board.remaining(campaign, device);
  }

  /** Pupils of a class whose own device is back: one of them may have another's. */
  public List<SwapMending.Candidate> candidates(Campaign campaign, UUID device) {
    return swaps.candidates(campaign, device);
  }

  /**
   * Two pupils had swapped: the one whose own device was brought back answers for the one that is
   * still out.
   *
   * @param device the device that is still out
   * @param pupil who really has it
   * @return whether that could be; empty if there is no such campaign for the caller
   */
  public Optional<Boolean> mendSwap(UUID id, UUID device, UUID pupil) {
    return own(id).map(campaign -> swaps.mend(caller.get(), campaign, device, pupil));
  }

  private Optional<Choices.School> school(String uai) {
    return choices.schools(scope()).stream().filter(s -> s.uai().equals(uai)).findFirst();
  }

  private Scope scope() {
    return caller.get().scope(Role.LOAN_MANAGER, Role.REGION_MANAGER);
  }

  private Scope desks() {
    return caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER);
  }

  private void write(String action, long school, UUID campaign, String name) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            school,
            who.accountId(),
            who.name(),
            action,
            "CAMPAIGN",
            null,
            null,
            Json.createObjectBuilder()
                .add("campaign", campaign.toString())
                .add("name", name)
                .build()
                .toString()));
  }
}
