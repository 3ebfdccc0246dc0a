package fr.gestmat.mealaid.boundary.decision;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.decision.BatchRows;
import fr.gestmat.mealaid.control.decision.BatchRows.Action;
import fr.gestmat.mealaid.control.decision.BatchRows.Batch;
import fr.gestmat.mealaid.control.decision.BatchRows.Trouble;
import fr.gestmat.mealaid.control.decision.BatchWork;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.mealaid.control.review.WorkList.Chosen;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Moves many applications in one go: what is chosen, or everything that a work list shows. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class BulkDecisions {

  /** Applications of a batch at most. */
  public static final int MOST = 50_000;

  @Inject private CurrentCaller caller;
  @Inject private CampaignChoice campaigns;
  @Inject private WorkList list;
  @Inject private BatchRows batches;
  @Inject private BackgroundTasks tasks;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * A batch as its page shows it.
   *
   * @param batch with its counts
   * @param troubles what was skipped or failed
   * @param stuck whether it should have been done long ago
   */
  public record View(Batch batch, List<Trouble> troubles, boolean stuck) {}

  /**
   * Makes a batch of chosen applications.
   *
   * @param ids those that were ticked; what is not this authority's, archived already or in another
   *     batch is left out and counted (M-B01)
   * @return its public id; empty if there is no such campaign
   */
  public Optional<Answer<UUID>> begin(
      Optional<UUID> campaign, List<UUID> ids, Action action, String reason) {
    Caller who = caller.get();
    return campaigns
        .find(who.authorityId(), campaign)
        .map(
            chosen ->
                begin(
                    who,
                    chosen.key(),
                    batches.keys(who.authorityId(), chosen.key(), ids),
                    ids.size(),
                    action,
                    reason));
  }

  /** Makes a batch of everything that a work list shows. */
  public Optional<Answer<UUID>> begin(
      Optional<UUID> campaign, WorkFilter filter, Action action, String reason) {
    Caller who = caller.get();
    return campaigns
        .find(who.authorityId(), campaign)
        .map(
            chosen -> {
              List<Chosen> all =
                  list.chosen(who.authorityId(), chosen.key(), who.accountId(), filter, MOST + 1);
              return begin(who, chosen.key(), all, all.size(), action, reason);
            });
  }

  /**
   * How many applications such a batch would hold; refused if it can't begin.
   *
   * @return empty if there is no such campaign
   */
  public Optional<Answer<Integer>> count(
      Optional<UUID> campaign, WorkFilter filter, Action action, String reason) {
    Caller who = caller.get();
    return campaigns
        .find(who.authorityId(), campaign)
        .map(
            chosen ->
                list.count(who.authorityId(), chosen.key(), who.accountId(), filter, MOST + 1))
        .map(
            many ->
                refusal(many, action, reason)
                    .<Answer<Integer>>map(Answer::refused)
                    .orElseGet(() -> new Answer.Done<>(many)));
  }

  private static Optional<Refusal> refusal(int asked, Action action, String reason) {
    if (asked == 0) {
      return Optional.of(Refusal.of("selection", "nothingChosen"));
    }
    if (asked > MOST) {
      return Optional.of(Refusal.of("selection", "tooMany", MOST));
    }
    if (action == Action.REFUSE && reason.isBlank()) {
      return Optional.of(Refusal.of("reason", "reasonMissing"));
    }
    return reason.length() > DecisionOrder.LONGEST
        ? Optional.of(Refusal.of("reason", "tooLong", DecisionOrder.LONGEST))
        : Optional.empty();
  }

  private Answer<UUID> begin(
      Caller who, long campaign, List<Chosen> chosen, int asked, Action action, String reason) {
    Optional<Refusal> refusal = refusal(asked, action, reason);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    UUID id = UUID.randomUUID();
    long key =
        batches.create(
            id, who.authorityId(), campaign, action, reason.strip(), who.accountId(), who.name());
    int taken = batches.fill(key, who.authorityId(), campaign, action, chosen);
    batches.leftOut(key, asked - taken);
    write(who, key, "AID_BATCH_BEGUN", action + " × " + taken);
    submit(who, id);
    return new Answer.Done<>(id);
  }

  /** The batches of the authority, the latest first. */
  public List<View> all() {
    return batches.all(caller.get().authorityId()).stream()
        .map(batch -> new View(batch, List.of(), batch.isStuck(clock.instant())))
        .toList();
  }

  /** One of them, with what did not go. */
  public Optional<View> find(UUID id) {
    return batches
        .find(caller.get().authorityId(), id)
        .map(
            batch ->
                new View(batch, batches.troubles(batch.key()), batch.isStuck(clock.instant())));
  }

  /** Stops a batch: what is done stays done, what waits is let go. */
  public boolean stop(UUID id) {
    Caller who = caller.get();
    return batches
        .find(who.authorityId(), id)
        .filter(batch -> batches.stop(batch.key()))
        .map(
            batch -> {
              write(who, batch.key(), "AID_BATCH_STOPPED", "");
              return true;
            })
        .orElse(false);
  }

  /**
   * Lets what failed be tried again; or a stuck batch go on: nothing is done twice (M-B08).
   *
   * @return whether there was something to do; no for a batch that runs and is not stuck
   */
  public boolean goOn(UUID id) {
    Caller who = caller.get();
    Optional<Batch> batch = batches.find(who.authorityId(), id);
    boolean something =
        batch
            .filter(one -> one.state() != BatchRows.State.RUNNING || one.isStuck(clock.instant()))
            .filter(
                one ->
                    batches.again(one.key()) > 0
                        || (one.state() == BatchRows.State.RUNNING && one.waiting() > 0))
            .isPresent();
    if (something) {
      write(who, batch.orElseThrow().key(), "AID_BATCH_AGAIN", "");
      submit(who, id);
    }
    return something;
  }

  private void submit(Caller who, UUID batch) {
    tasks.submit(
        new NewTask(
            BatchWork.KIND,
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            BatchWork.parameters(batch)));
  }

  private void write(Caller who, long batch, String action, String about) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action,
            "AID_BATCH",
            batch,
            null,
            Json.createObjectBuilder().add("about", about).build().toString()));
  }
}
