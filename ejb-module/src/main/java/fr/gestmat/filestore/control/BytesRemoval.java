package fr.gestmat.filestore.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Removes the bytes of a file once nothing speaks of it; a rollback keeps both. */
@ApplicationScoped
public class BytesRemoval {

  private static final Logger LOG = System.getLogger(BytesRemoval.class.getName());

  @Inject private FileBytes bytes;

  void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileGone gone) {
    try {
      bytes.remove(gone.id());
    } catch (IOException e) {
      // The row is gone already: the nightly check finds the bytes.
      LOG.log(Level.WARNING, "the bytes of file " + gone.id() + " could not be removed", e);
    }
  }
}
