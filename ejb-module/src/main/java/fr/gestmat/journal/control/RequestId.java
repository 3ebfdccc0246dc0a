package fr.gestmat.journal.control;

import org.jspecify.annotations.Nullable;

/**
 * The id of the request that this thread serves, for the journal and the logs.
 *
 * <p>The web's first filter sets it and clears it; a job sets its run's id.
 */
public final class RequestId {

  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  private RequestId() {}

  /** The current id, or null outside any request or job. */
  public static @Nullable String current() {
    return CURRENT.get();
  }

  /** Begins work under {@code id}, at most 64 printable ASCII characters. */
  public static void begin(String id) {
    CURRENT.set(id);
  }

  /** Ends it; a pooled thread must not keep the id of an earlier request. */
  public static void end() {
    CURRENT.remove();
  }
}
