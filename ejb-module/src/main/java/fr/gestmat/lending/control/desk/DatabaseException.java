package fr.gestmat.lending.control.desk;

import java.sql.SQLException;

/** A statement of a scan failed; its cause tells a lost race from a fault. */
final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
