package fr.gestmat.lending.control.desk;

/** A row names a school or a model that is newer than what is kept in memory. */
public final class StaleFactsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleFactsException(String what) {
    super("Not among the facts kept in memory: " + what);
  }
}
