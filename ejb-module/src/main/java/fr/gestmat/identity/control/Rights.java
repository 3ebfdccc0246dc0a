package fr.gestmat.identity.control;

import fr.gestmat.access.HeldRole;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rights follow from which. */
public final class Rights {

  private Rights() {}

  /**
   * Whether {@code held} includes a right: the same role on the same school, or on the whole
   * authority.
   */
  public static boolean cover(Set<HeldRole> held, HeldRole wanted) {
    return held.contains(wanted) || held.contains(new HeldRole(wanted.role(), null));
  }

  /** The part of {@code limits} that {@code held} still includes: what a token may do today. */
  public static Set<HeldRole> limited(Set<HeldRole> held, Set<HeldRole> limits) {
    return limits.stream().filter(limit -> cover(held, limit)).collect(Collectors.toSet());
  }

  /** Whether some role holds on the whole authority. */
  public static boolean anywhere(Set<HeldRole> held) {
    return held.stream().map(HeldRole::schoolId).anyMatch(Rights::isNull);
  }

  private static boolean isNull(@Nullable Long id) {
    return id == null;
  }
}
