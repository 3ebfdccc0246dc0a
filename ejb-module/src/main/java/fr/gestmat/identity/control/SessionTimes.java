package fr.gestmat.identity.control;

import java.time.Duration;

/**
 * How long a session holds. A desk is used in bursts through a school day: it survives a lunch
 * break, and ends before the next morning whatever happens.
 */
public final class SessionTimes {

  /** Without any request for this long, the session is over. */
  public static final Duration IDLE = Duration.ofHours(3);

  /** This long after sign-on, the session is over. */
  public static final Duration ABSOLUTE = Duration.ofHours(12);

  /** How exactly the last request is kept: one write a minute at most. */
  public static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

  private SessionTimes() {}
}
