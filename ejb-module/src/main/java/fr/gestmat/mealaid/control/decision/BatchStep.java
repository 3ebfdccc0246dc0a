package fr.gestmat.mealaid.control.decision;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.decision.BatchRows.Action;
import fr.gestmat.mealaid.control.decision.BatchRows.Batch;
import fr.gestmat.mealaid.control.decision.BatchRows.Item;
import fr.gestmat.mealaid.control.decision.BatchRows.ItemState;
import fr.gestmat.mealaid.control.review.AidNotices;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does one application of a batch: its move and what the batch says of it commit together. */
@ApplicationScoped
public class BatchStep {

  @Inject private BatchRows batches;
  @Inject private Moves moves;
  @Inject private Deciding deciding;
  @Inject private AidNotices notices;

  /**
   * Does it. What changed since the batch was made is skipped and said (M-B04, M-B05): whoever
   * looked at it then did not see what it is now. What does not wait any more, because the batch
   * was stopped or another server did it, stays as it is.
   */
  @InTransaction(ofItsOwn = true)
  public void work(Batch batch, Item item) {
    Hand hand = Hand.batch(batch.authority(), batch.owner(), batch.ownerName(), batch.key());
    Optional<AidApplication> held = moves.lock(batch.authority(), item.id());
    if (!batches.hold(batch.key(), item.application())) {
      return;
    }
    if (held.isEmpty() || held.get().version() != item.version()) {
      batches.item(batch.key(), item.application(), ItemState.SKIPPED, "changed");
      return;
    }
    List<Refusal> reasons = act(batch, held.get(), hand);
    batches.item(
        batch.key(),
        item.application(),
        reasons.isEmpty() ? ItemState.DONE : ItemState.SKIPPED,
        reasons.stream().map(Refusal::code).distinct().collect(Collectors.joining(",")));
  }

  /** It went wrong: nothing of it is left, and the next ones go on (M-B03). */
  @InTransaction(ofItsOwn = true)
  public void failed(Batch batch, Item item, String why) {
    batches.item(batch.key(), item.application(), ItemState.FAILED, why);
  }

  private List<Refusal> act(Batch batch, AidApplication held, Hand hand) {
    String told = "aid-batch:" + batch.id();
    Action action = batch.action();
    if (action == Action.TAKE || action == Action.ARCHIVE) {
      ApplicationEvent event =
          action == Action.TAKE ? ApplicationEvent.TAKE : ApplicationEvent.ARCHIVE;
      if (held.state().after(event, hand.actor()).isEmpty()) {
        return List.of(Refusal.of("state", "in." + held.state()));
      }
      if (action == Action.TAKE && held.assignedAccountId() == null) {
        held.assign(batch.owner(), batch.ownerName());
      }
      moves.move(held, event, hand, Map.of());
      if (action == Action.TAKE) {
        notices.tell(held, NoticeKind.AID_IN_REVIEW, told, Map.of());
      }
      return List.of();
    }
    DecisionOrder order = order(batch);
    boolean possible =
        held.state() == ApplicationState.SUBMITTED
            || held.state().after(order.event(), hand.actor()).isPresent();
    if (!possible) {
      return List.of(Refusal.of("state", "in." + held.state()));
    }
    Answer<?> answer = deciding.decide(held, hand, order, told);
    return answer instanceof Answer.Refused<?> refused ? refused.reasons() : List.of();
  }

  private static DecisionOrder order(Batch batch) {
    return switch (batch.action()) {
      case GRANT -> DecisionOrder.grant(batch.reason(), Map.of());
      case REFUSE -> DecisionOrder.refuse(batch.reason(), List.of());
      case CLOSE -> DecisionOrder.close(batch.reason());
      case TAKE, ARCHIVE -> throw new IllegalStateException(batch.action() + " decides nothing");
    };
  }
}
