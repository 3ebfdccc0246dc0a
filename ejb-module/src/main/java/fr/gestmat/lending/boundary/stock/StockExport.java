package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.lending.control.export.ExportOrder;
import fr.gestmat.lending.control.export.ExportWork;
import fr.gestmat.lending.control.export.ExportWriter;
import fr.gestmat.lending.control.export.OrderJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;

/** Devices, loans and repairs to take away, as many as the caller may see at that moment. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StockExport {

  /** Beyond this many rows nobody is made to wait. */
  static final long ROWS_AT_ONCE = 20_000;

  @Inject private CurrentCaller caller;
  @Inject private ExportWriter writer;
  @Inject private BackgroundTasks tasks;

  /** Where what was ordered will be found. */
  public sealed interface Ordered {

    /**
     * It is there.
     *
     * @param file public id of the file
     */
    record Ready(UUID file) implements Ordered {}

    /**
     * It is being made.
     *
     * @param task public id of the task
     */
    record Working(UUID task) implements Ordered {}
  }

  /**
   * Orders an export: written at once up to 20,000 rows, in the background beyond.
   *
   * @throws IOException if the file could not be written whole; nothing is kept then
   */
  public Ordered order(ExportOrder order) throws IOException {
    Caller who = caller.get();
    if (writer.count(who, order) <= ROWS_AT_ONCE) {
      return new Ordered.Ready(writer.write(who, order, rows -> {}).file());
    }
    return new Ordered.Working(
        tasks.handIn(
            new NewTask(
                ExportWork.KIND,
                who.authorityId(),
                null,
                who.accountId(),
                who.name(),
                OrderJson.write(order))));
  }
}
