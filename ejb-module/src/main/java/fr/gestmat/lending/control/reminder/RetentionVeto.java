package fr.gestmat.lending.control.reminder;

import java.util.Collection;
import java.util.Set;

/**
 * A reason for which a closed loan may not forget its pupil yet (an unpaid charge, an open
 * incident), implemented as a CDI bean by whoever knows it.
 */
public interface RetentionVeto {

  /** Those of these loans, at least one, that must still know their pupil; one statement. */
  Set<Long> held(Collection<Long> loans);
}
