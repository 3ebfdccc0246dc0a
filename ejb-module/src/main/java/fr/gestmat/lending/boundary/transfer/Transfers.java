package fr.gestmat.lending.boundary.transfer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.transfer.SlipBook;
import fr.gestmat.lending.control.transfer.SlipBook.Line;
import fr.gestmat.lending.control.transfer.SlipKeeping;
import fr.gestmat.lending.control.transfer.SlipState;
import fr.gestmat.lending.control.transfer.TransferForm;
import fr.gestmat.lending.entity.SiteTransfer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** Transfers between the places of an authority: lists, slips, sending, receiving, cancelling. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Transfers {

  /** Transfers on a page. */
  public static final int PAGE = 50;

  static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  private static final int LONGEST_REASON = 400;

  @Inject private CurrentCaller caller;
  @Inject private SlipBook book;
  @Inject private SlipKeeping keeping;
  @Inject private Choices choices;

  /**
   * A page of transfers.
   *
   * @param transfers the latest first
   * @param next key before which the next page goes on; absent at the end
   */
  public record Page(List<Line> transfers, Optional<Long> next) {}

  /**
   * All that a transfer's page says.
   *
   * @param slip the transfer
   * @param devices the devices on it
   * @param mayScan whether the caller may put devices on it
   * @param maySend whether the caller may send it
   * @param mayReceive whether the caller may receive all that is on its way
   * @param mayCancel whether the caller may cancel it
   */
  public record Card(
      Line slip,
      List<SlipBook.Device> devices,
      boolean mayScan,
      boolean maySend,
      boolean mayReceive,
      boolean mayCancel) {}

  /**
   * The transfers from and to the caller's places.
   *
   * @param before key of the last one of the page before; {@code Long.MAX_VALUE} at first
   */
  public Page list(SlipBook.Filter filter, long before) {
    List<Line> lines = book.page(caller.get().scope(READERS), filter, before, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(shown, more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** One transfer. */
  public Optional<Card> find(UUID id) {
    Caller who = caller.get();
    return book.find(who.scope(READERS), id)
        .map(
            slip -> {
              boolean prepared = slip.state() == SlipState.PREPARED;
              boolean sends = who.scope(MANAGERS).covers(slip.from().key());
              return new Card(
                  slip,
                  book.devices(slip),
                  prepared && who.scope(READERS).covers(slip.from().key()),
                  prepared && sends && slip.devices() > 0,
                  slip.state() == SlipState.SENT && who.scope(MANAGERS).covers(slip.to().key()),
                  (prepared || slip.state() == SlipState.SENT) && sends);
            });
  }

  /** The places that the caller sees transfers of. */
  public List<Choices.School> places() {
    return choices.schools(caller.get().scope(READERS));
  }

  /** The places that the caller may send from. */
  public List<Choices.School> senders() {
    return choices.schools(caller.get().scope(MANAGERS));
  }

  /** Where one may send to: any place of the authority. */
  public List<Choices.School> receivers() {
    return choices.allSchools(caller.get().authorityId());
  }

  /**
   * Opens a transfer.
   *
   * @return its public id
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Answer<UUID> open(TransferForm form) {
    Caller who = caller.get();
    List<Refusal> wrong = new ArrayList<>(form.refusals());
    List<Choices.School> mine = senders();
    Optional<Choices.School> from =
        form.from().isEmpty() && mine.size() == 1
            ? Optional.of(mine.get(0))
            : mine.stream().filter(s -> s.uai().equals(form.from())).findFirst();
    Optional<Choices.School> to =
        receivers().stream().filter(s -> s.uai().equals(form.to())).findFirst();
    if (from.isEmpty()) {
      wrong.add(Refusal.of("from", "fromMissing"));
    }
    if (to.isEmpty()) {
      wrong.add(Refusal.of("to", "toMissing"));
    } else if (from.isPresent() && from.get().key() == to.get().key()) {
      wrong.add(Refusal.of("to", "samePlace"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    return new Answer.Done<>(
        keeping
            .open(
                who,
                new SlipKeeping.Order(
                    from.orElseThrow().key(),
                    to.orElseThrow().key(),
                    form.forGood(),
                    form.planned().orElse(null),
                    null,
                    form.note().isEmpty() ? null : form.note()))
            .publicId());
  }

  /** Takes a device off a slip that is being prepared; false if there is no such slip to change. */
  public boolean remove(UUID id, UUID device) {
    Caller who = caller.get();
    Optional<SiteTransfer> slip =
        keeping
            .hold(who.authorityId(), id)
            .filter(found -> found.isPrepared() && who.scope(READERS).covers(found.from()));
    slip.ifPresent(found -> keeping.remove(found, device));
    return slip.isPresent();
  }

  /**
   * Sends what is on the slip; sending again changes nothing, not even the date (L038).
   *
   * @return how many devices set off; -1 if it had been sent before
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<Integer>> send(UUID id) {
    return change(
        id,
        SiteTransfer::from,
        (who, slip) -> {
          if (slip.cancelledAt() != null) {
            return Answer.refused(Refusal.of("send", "cancelledAlready"));
          }
          String to =
              receivers().stream()
                  .filter(s -> s.key() == slip.to())
                  .map(Choices.School::name)
                  .findFirst()
                  .orElse("");
          int sent = keeping.send(who, slip, to);
          return sent == 0
              ? Answer.refused(Refusal.of("send", "nothingToSend"))
              : new Answer.Done<>(sent);
        });
  }

  /**
   * Receives all that is still on its way, for who runs the stock of the receiver.
   *
   * @return how many devices arrived
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<Integer>> receive(UUID id) {
    return change(
        id, SiteTransfer::to, (who, slip) -> new Answer.Done<>(keeping.receive(who, slip)));
  }

  /**
   * Cancels a transfer with a reason; cancelling again changes nothing.
   *
   * @return how many devices stay with the sender; -1 if it had been cancelled before
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<Integer>> cancel(UUID id, String reason) {
    Scope scope = caller.get().scope(READERS);
    boolean received =
        book.find(scope, id).filter(slip -> slip.state() == SlipState.RECEIVED).isPresent();
    return change(
        id,
        SiteTransfer::from,
        (who, slip) -> {
          if (received) {
            return Answer.refused(Refusal.of("reason", "receivedAlready"));
          }
          if (reason.isBlank()) {
            return Answer.refused(Refusal.of("reason", "reasonMissing"));
          }
          String why = reason.strip();
          return new Answer.Done<>(
              keeping.cancel(who, slip, why.substring(0, Math.min(why.length(), LONGEST_REASON))));
        });
  }

  private Optional<Answer<Integer>> change(
      UUID id,
      ToLongFunction<SiteTransfer> end,
      BiFunction<Caller, SiteTransfer, Answer<Integer>> work) {
    Caller who = caller.get();
    return keeping
        .hold(who.authorityId(), id)
        .filter(slip -> who.scope(MANAGERS).covers(end.applyAsLong(slip)))
        .map(slip -> work.apply(who, slip));
  }
}
