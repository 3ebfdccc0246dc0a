package fr.gestmat.identity.control;

import java.time.Duration;

/** How long a mailed link opens the door: half an hour, or what is asked, never over ten days. */
public final class LinkLife {

  /** For who asks for a link and waits for it. */
  public static final Duration USUAL = Duration.ofMinutes(30);

  /** Whatever is asked. */
  public static final Duration LONGEST = Duration.ofDays(10);

  private LinkLife() {}

  /** What is given to who asks for so long; half an hour for nothing and less (M-D20). */
  public static Duration of(Duration asked) {
    if (asked.isNegative() || asked.isZero()) {
      return USUAL;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
