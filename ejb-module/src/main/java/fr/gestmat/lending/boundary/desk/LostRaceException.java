package fr.gestmat.lending.boundary.desk;

import fr.gestmat.lending.control.desk.StaleFactsException;
import jakarta.ejb.ApplicationException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else was faster: a constraint, a lock or a version of the database said so, or a school
 * or model is newer than what this server remembers. The transaction is rolled back; the same scan
 * run again gets the polite answer (L081 to L083).
 */
@ApplicationException(rollback = true)
public class LostRaceException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A transaction that was rolled back for {@code cause}. */
  public LostRaceException(Throwable cause) {
    super(cause);
  }

  /** Whether a failure is a lost race: integrity (23), rolled back (40), lock wait (HY000/1205). */
  public static boolean explains(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof StaleFactsException
          || t instanceof OptimisticLockException
          || t instanceof PessimisticLockException
          || t instanceof LockTimeoutException) {
        return true;
      }
      if (t instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return state.startsWith("23") || state.startsWith("40") || sql.getErrorCode() == 1205;
      }
    }
    return false;
  }
}
