package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.control.agreement.AgreementOrder;
import fr.gestmat.lending.control.agreement.AgreementWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;

/** Prints agreements and receipts that the caller may see. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgreementPrinting {

  /** Beyond this many nobody is made to wait. */
  static final long AT_ONCE = 40;

  @Inject private CurrentCaller caller;
  @Inject private AgreementWriter writer;

  /** What became of an order. */
  public sealed interface Ordered {

    /**
     * The file is there.
     *
     * @param file its public id
     */
    record Ready(UUID file) implements Ordered {}

    /**
     * It is being made.
     *
     * @param task public id of the task
     */
    record Working(UUID task) implements Ordered {}

    /** There is nothing to print. */
    record Nothing() implements Ordered {}

    /**
     * There are more than {@link AgreementOrder#MOST}: nothing is printed.
     *
     * @param agreements how many
     */
    record TooMany(long agreements) implements Ordered {}
  }

  /**
   * Prints at once up to 40 agreements, in the background up to 10,000.
   *
   * @throws IOException if the file could not be written whole; nothing is kept then
   */
  public Ordered order(AgreementOrder order) throws IOException {
    Caller who = caller.get();
    long count = writer.count(who, order);
    if (count > AgreementOrder.MOST) {
      return new Ordered.TooMany(count);
    }
    if (count > AT_ONCE) {
      return new Ordered.Working(writer.handIn(who, order));
    }
    AgreementWriter.Made made = writer.write(who, order, done -> {});
    return made.file().<Ordered>map(Ordered.Ready::new).orElseGet(Ordered.Nothing::new);
  }
}
