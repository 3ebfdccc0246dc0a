package fr.gestmat.job.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What background work leaves.
 *
 * @param summary JSON for the page of this kind of work, or null
 * @param fileId the stored file that it made, or null
 */
public record TaskResult(@Nullable String summary, @Nullable UUID fileId) {

  /** Done, with nothing to say. */
  public static final TaskResult NOTHING = new TaskResult(null, null);
}
