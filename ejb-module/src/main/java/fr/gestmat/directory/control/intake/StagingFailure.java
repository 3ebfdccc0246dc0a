package fr.gestmat.directory.control.intake;

import java.sql.SQLException;

/** The database refused a statement of an import: nobody who imports can act on it. */
final class StagingFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StagingFailure(SQLException cause) {
    super(cause);
  }
}
