package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.control.label.LabelOrder;
import fr.gestmat.lending.control.label.LabelWriter;
import fr.gestmat.lending.control.label.LabelsMade;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;

/** Prints the labels of devices that the caller may see. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Labels {

  /** Beyond this many labels nobody is made to wait. */
  static final long LABELS_AT_ONCE = 500;

  @Inject private CurrentCaller caller;
  @Inject private LabelWriter writer;

  /** What became of an order. */
  public sealed interface Ordered {

    /**
     * The sheets are there.
     *
     * @param made what was printed and what was not
     */
    record Ready(LabelsMade made) implements Ordered {}

    /**
     * They are being made.
     *
     * @param task public id of the task
     */
    record Working(UUID task) implements Ordered {}

    /**
     * There are more than {@link LabelOrder#MOST}: nothing is printed.
     *
     * @param labels how many
     */
    record TooMany(long labels) implements Ordered {}
  }

  /**
   * Orders labels: printed at once up to 500, in the background up to 10,000.
   *
   * @throws IOException if the file could not be written whole; nothing is kept then
   */
  public Ordered order(LabelOrder order) throws IOException {
    Caller who = caller.get();
    long labels = writer.count(who, order);
    if (labels > LabelOrder.MOST) {
      return new Ordered.TooMany(labels);
    }
    return labels <= LABELS_AT_ONCE
        ? new Ordered.Ready(writer.write(who, order))
        : new Ordered.Working(writer.handIn(who, order));
  }
}
