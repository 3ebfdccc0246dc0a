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
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Planning, opening, following and closing the return campaigns of one's schools. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class Campaigns {

  /** Campaigns of the list, and devices still out that a board names. */
  public static final int MOST = 200;

  @Inject private CurrentCaller caller;
  @Inject private CampaignRows rows;
  @Inject private CampaignBoard board;
  @Inject private CampaignCalls calls;
  @Inject private SwapMending swaps;
  @Inject private Choices choices;
  @Inject private Journal journal;
  @Inject private Today today;

  /**
   * A draft, with what it would mean.
   *
   * @param expected devices by class
   * @param calls when each class would come
   */
  public record Preview(Map<String, Integer> expected, Map<String, LocalDateTime> calls) {}

  /**
   * How far a campaign is.
   *
   * @param total all classes together
   * @param classes class by class
   * @param hours hour by hour
   * @param remaining what is still out, at most {@value #MOST}
   */
  public record Standing(
      CampaignBoard.Figures total,
      List<CampaignBoard.Figures> classes,
      List<CampaignBoard.Hour> hours,
      List<CampaignBoard.Remaining> remaining) {}

  /** The latest campaigns of the caller's schools. */
  public List<Campaign> latest() {
    return rows.latest(scope(), MOST);
  }

  /** A campaign of the caller's schools. */
  public Optional<Campaign> find(UUID id) {
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
    return new Preview(expected, calls.plan(campaign, expected));
  }

  /** Throws a draft away. */
  public Optional<Boolean> discard(UUID id) {
    return find(id)
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
   * @return how many devices it expects, none if it was opened already; empty if there is no such
   *     campaign for the caller
   */
  public Optional<Integer> open(UUID id) {
    return find(id)
        .map(
            campaign -> {
              Preview preview = preview(campaign);
              if (!rows.open(campaign, preview.calls())) {
                return 0;
              }
              write("CAMPAIGN_OPENED", campaign.school(), id, campaign.plan().name());
              return calls.call(campaign);
            });
  }

  /** Closes an open campaign: no more reminders go. */
  public Optional<Boolean> close(UUID id) {
    return find(id)
        .map(
            campaign -> {
              boolean closed = rows.close(campaign, caller.get().name());
              if (closed) {
                write("CAMPAIGN_CLOSED", campaign.school(), id, campaign.plan().name());
              }
              return closed;
            });
  }

  /** How far it is: two aggregate statements and one list. */
  public Standing standing(Campaign campaign) {
    List<CampaignBoard.Figures> classes = board.classes(campaign);
    return new Standing(
        CampaignBoard.total(classes),
        classes,
        board.hours(campaign, today.zone(campaign.authority())),
        board.remaining(campaign, MOST));
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
    return find(id).map(campaign -> swaps.mend(caller.get(), campaign, device, pupil));
  }

  private Optional<Choices.School> school(String uai) {
    return choices.schools(scope()).stream().filter(s -> s.uai().equals(uai)).findFirst();
  }

  private Scope scope() {
    return caller.get().scope(Role.LOAN_MANAGER, Role.REGION_MANAGER);
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
