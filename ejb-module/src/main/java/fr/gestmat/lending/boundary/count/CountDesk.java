package fr.gestmat.lending.boundary.count;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.boundary.desk.LostRaceException;
import fr.gestmat.lending.control.count.CountBook;
import fr.gestmat.lending.control.count.CountReply;
import fr.gestmat.lending.control.count.CountReport;
import fr.gestmat.lending.control.count.CountScan;
import fr.gestmat.lending.control.export.ExportFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * A station of an inventory: takes scans, and writes the report. A scan has no transaction here:
 * who loses a race is answered by a second run, which finds what the winner did.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CountDesk {

  @Inject private CurrentCaller caller;
  @Inject private CountBook book;
  @Inject private CountReport report;
  @EJB private CountTransaction transaction;

  /** Answers a scan; the same id again gets the same answer and changes nothing. */
  public CountReply scan(CountScan scan) {
    try {
      return transaction.scan(scan);
    } catch (LostRaceException first) {
      try {
        return transaction.scan(scan);
      } catch (LostRaceException second) {
        throw new IllegalStateException("Two races lost in a row for one scan", second);
      }
    }
  }

  /**
   * Writes the report of a count.
   *
   * @return public id of the file; empty if the caller sees no such count
   * @throws IOException if it could not be written whole; nothing is kept then
   */
  public Optional<UUID> report(UUID id, ExportFormat format) throws IOException {
    Optional<CountBook.Line> count = book.find(caller.get().scope(CountTransaction.AGENTS), id);
    return count.isEmpty()
        ? Optional.empty()
        : Optional.of(report.write(caller.get(), count.get(), format));
  }
}
