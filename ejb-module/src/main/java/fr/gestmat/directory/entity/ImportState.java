package fr.gestmat.directory.entity;

import java.util.EnumSet;
import java.util.Set;

/** Where the import of a set stands. */
public enum ImportState {
  /** The files are kept; they wait to be read. */
  RECEIVED,
  /** Read and compared: its report waits for somebody to decide. */
  READY,
  /** Somebody said yes: schools are brought up to date one after the other. */
  APPLYING,
  /** Over. */
  DONE,
  /** A file cannot be read: nothing of the set goes in. */
  REFUSED,
  /** Somebody said no. */
  CANCELLED;

  /** The table of transitions. */
  public Set<ImportState> next() {
    return switch (this) {
      case RECEIVED -> EnumSet.of(READY, REFUSED, CANCELLED);
      case READY -> EnumSet.of(APPLYING, CANCELLED);
      case APPLYING -> EnumSet.of(DONE);
      case DONE, REFUSED, CANCELLED -> EnumSet.noneOf(ImportState.class);
    };
  }

  /** Whether nothing more will happen. */
  public boolean over() {
    return next().isEmpty();
  }
}
