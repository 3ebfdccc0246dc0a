package fr.gestmat.lending.boundary.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.delivery.DeliveryBook;
import fr.gestmat.lending.control.delivery.DeliveryReception;
import fr.gestmat.lending.control.sheet.SheetDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Follows deliveries and receives them; a reception commits batch by batch. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deliveries {

  /** Deliveries on a page of the list. */
  public static final int PAGE = 50;

  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };

  @Inject private CurrentCaller caller;
  @Inject private DeliveryBook book;
  @Inject private DeliveryReception reception;

  /**
   * A page of deliveries.
   *
   * @param deliveries the latest first
   * @param next key before which the next page goes on; absent at the end
   */
  public record Page(List<DeliveryBook.Line> deliveries, Optional<Long> next) {}

  /**
   * All that a delivery's page says.
   *
   * @param delivery the delivery
   * @param parts what it holds, by school and model
   * @param mayReceive whether the caller may receive what is expected
   */
  public record Card(
      DeliveryBook.Line delivery, List<DeliveryBook.Part> parts, boolean mayReceive) {}

  /**
   * The deliveries that the caller may see.
   *
   * @param before key of the last delivery of the page before; {@code Long.MAX_VALUE} at first
   */
  public Page list(long before) {
    List<DeliveryBook.Line> lines = book.page(caller.get().scope(READERS), before, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<DeliveryBook.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(shown, more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** One delivery. */
  public Optional<Card> find(UUID id) {
    Scope scope = caller.get().scope(READERS);
    return book.find(scope, id)
        .map(line -> new Card(line, book.parts(scope, line.key()), mayReceive(line)));
  }

  /** Whether the caller may announce deliveries. */
  public boolean mayAnnounce() {
    return caller.get().holds(SheetDesk.managers());
  }

  /**
   * Receives all devices of a delivery that are still expected in the caller's schools.
   *
   * @return how many; empty if the caller sees no such delivery
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Long> receive(UUID id) {
    Caller who = caller.get();
    Scope scope = who.scope(SheetDesk.managers());
    return book.find(scope, id)
        .map(
            line -> {
              long received = 0;
              for (int some = reception.batch(line.key(), who, scope);
                  some > 0;
                  some = reception.batch(line.key(), who, scope)) {
                received += some;
              }
              return received;
            });
  }

  private boolean mayReceive(DeliveryBook.Line line) {
    return line.expected() > 0
        && book.find(caller.get().scope(SheetDesk.managers()), line.id())
            .filter(mine -> mine.expected() > 0)
            .isPresent();
  }
}
