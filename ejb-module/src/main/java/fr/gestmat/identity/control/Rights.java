package fr.gestmat.identity.control;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rights follow from which. */
public final class Rights {

  /**
   * What a family has that came in by a mailed link: it may apply, and no school of the directory
   * is inside of that.
   */
  static final HeldRole FAMILY_BY_LINK = new HeldRole(Role.GUARDIAN, -1L);

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
