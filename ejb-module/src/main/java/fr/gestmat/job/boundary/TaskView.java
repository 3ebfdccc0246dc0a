package fr.gestmat.job.boundary;

import fr.gestmat.job.entity.BackgroundTask;
import fr.gestmat.job.entity.TaskState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as pages show it.
 *
 * @param id public id
 * @param kind which work
 * @param ownerName who asked
 * @param state where it stands
 * @param done how much is done
 * @param total how much there is to do; 0 while unknown
 * @param summary JSON with what was done or why not
 * @param fileId the stored file that it made
 * @param createdAt when it was asked for
 * @param finishedAt when it ended
 */
public record TaskView(
    UUID id,
    String kind,
    String ownerName,
    TaskState state,
    long done,
    long total,
    Optional<String> summary,
    Optional<UUID> fileId,
    Instant createdAt,
    Optional<Instant> finishedAt) {

  static TaskView of(BackgroundTask task) {
    return new TaskView(
        task.publicId(),
        task.kind(),
        task.ownerName(),
        task.state(),
        task.done(),
        task.total(),
        Optional.ofNullable(task.result()),
        Optional.ofNullable(task.fileId()),
        task.createdAt(),
        Optional.ofNullable(task.finishedAt()));
  }
}
