package fr.gestmat.lending.boundary.charge;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeLife;
import fr.gestmat.lending.control.charge.ChargeRows;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.charge.ChargeRows.Filter;
import fr.gestmat.lending.control.charge.PieceCharges;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.lending.entity.LendingRight;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The charges that one may see, and what may be done with each. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Charges {

  /** Charges on a page of the list. */
  public static final int PAGE = 50;

  static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  /** What a person causes; sending and answers have a way of their own. */
  private static final List<ChargeState.Event> BY_HAND =
      List.of(
          ChargeState.Event.VALIDATE,
          ChargeState.Event.CANCEL,
          ChargeState.Event.PAY,
          ChargeState.Event.REFUND,
          ChargeState.Event.REFUNDED);

  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private ChargeRows rows;
  @Inject private ChargeLife life;
  @Inject private PieceCharges pieces;
  @Inject private Choices choices;
  @Inject private LastChange lastChange;
  @Inject private Journal journal;

  /**
   * A page of charges.
   *
   * @param count how many the filter keeps
   * @param sum what they come to, in euros
   * @param charges those of this page, the latest first
   * @param next where the next page begins; absent at the end
   */
  public record Page(long count, BigDecimal sum, List<Charge> charges, Optional<Long> next) {}

  /**
   * A charge with what the caller may do.
   *
   * @param charge the charge
   * @param possible what the caller may cause
   */
  public record Card(Charge charge, List<ChargeState.Event> possible) {}

  /** The charges that a filter keeps. */
  public Page list(Filter filter, long before) {
    Scope scope = caller.get().scope(MANAGERS);
    List<Charge> found = rows.page(scope, filter, before, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Charge> shown = more ? found.subList(0, PAGE) : found;
    return new Page(
        rows.count(scope, filter),
        rows.sum(scope, filter),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** How many missing pieces could be charged. */
  public long piecesToCharge() {
    return pieces.waiting(caller.get().scope(MANAGERS));
  }

  /** Proposes a charge for each missing piece that has a price and was not charged yet (L066). */
  public int chargePieces() {
    Caller who = caller.get();
    int proposed = pieces.propose(who.scope(MANAGERS), ChargeLife.Actor.of(who), clock.instant());
    if (proposed > 0) {
      journal.write(
          new JournalEvent(
              who.authorityId(),
              null,
              who.accountId(),
              who.name(),
              LendingAction.CHARGE_MOVED.name(),
              "CHARGE_BATCH",
              who.authorityId(),
              null,
              Json.createObjectBuilder().add("missingPieces", proposed).build().toString()));
    }
    return proposed;
  }

  /** The schools whose charges the caller sees. */
  public List<Choices.School> schools() {
    return choices.schools(caller.get().scope(MANAGERS));
  }

  /** Whether the caller agrees and sends: who steers the whole authority. */
  public boolean mayDecide() {
    return right(caller.get()) == LendingRight.REGION;
  }

  /** One charge. */
  public Optional<Card> find(UUID id) {
    Caller who = caller.get();
    return rows.find(who.scope(MANAGERS), id).map(c -> new Card(c, possible(who, c)));
  }

  /**
   * Causes something.
   *
   * @param version as it was read
   */
  public Optional<Answer<ChargeState>> move(UUID id, int version, ChargeState.Event event) {
    Caller who = caller.get();
    return rows.find(who.scope(MANAGERS), id).map(charge -> move(who, charge, version, event));
  }

  private Answer<ChargeState> move(
      Caller who, Charge charge, int version, ChargeState.Event event) {
    if (charge.version() != version) {
      return stale(charge);
    }
    Optional<ChargeState.Transition> t =
        charge.state().on(event).filter(x -> possible(who, charge).contains(event));
    if (t.isEmpty()) {
      return Answer.refused(Refusal.of("charge", "chargeNotPossible"));
    }
    if (!life.move(charge, t.get(), ChargeLife.Actor.of(who))) {
      return stale(charge);
    }
    return new Answer.Done<>(t.get().to());
  }

  private Answer<ChargeState> stale(Charge charge) {
    Optional<JournalEntry> last = lastChange.of(ChargeLife.SUBJECT, charge.key());
    return new Answer.Stale<>(
        last.map(JournalEntry::actorName), last.map(JournalEntry::happenedAt), charge.version());
  }

  private static List<ChargeState.Event> possible(Caller who, Charge charge) {
    return BY_HAND.stream()
        .filter(e -> charge.state().on(e).filter(t -> right(who).includes(t.by())).isPresent())
        .toList();
  }

  private static LendingRight right(Caller who) {
    return who.scope(Role.REGION_MANAGER, Role.ADMIN).wholeAuthority()
        ? LendingRight.REGION
        : LendingRight.STOCK;
  }
}
