package fr.gestmat.lending.boundary.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.boundary.desk.LostRaceException;
import fr.gestmat.lending.control.transfer.SlipAnswer;
import fr.gestmat.lending.control.transfer.SlipBook;
import fr.gestmat.lending.control.transfer.SlipPaper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where devices are scanned onto a slip, and the slip is printed. A scan has no transaction here:
 * who loses a race is answered by a second run.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SlipDesk {

  @Inject private CurrentCaller caller;
  @Inject private SlipBook book;
  @Inject private SlipPaper paper;
  @EJB private SlipTransaction transaction;

  /** Answers a scan; empty if there is no such slip that the caller sends from. */
  public Optional<SlipAnswer> scan(UUID slip, UUID scanId, String code) {
    try {
      return transaction.scan(slip, scanId, code);
    } catch (LostRaceException first) {
      try {
        return transaction.scan(slip, scanId, code);
      } catch (LostRaceException second) {
        throw new IllegalStateException("Two races lost in a row for one scan", second);
      }
    }
  }

  /**
   * Writes the slip as a PDF.
   *
   * @return public id of the file; empty if the caller sees no such transfer
   * @throws IOException if it could not be written whole; nothing is kept then
   */
  public Optional<UUID> print(UUID id) throws IOException {
    Caller who = caller.get();
    Scope scope = who.scope(Transfers.READERS);
    Optional<SlipBook.Line> slip = book.find(scope, id);
    if (slip.isEmpty()) {
      return Optional.empty();
    }
    long from = slip.get().from().key();
    Set<Long> sees = Set.of(scope.covers(from) ? from : slip.get().to().key());
    return Optional.of(paper.write(who, slip.get(), sees));
  }
}
