package fr.gestmat.job.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work that somebody asked for. It waits, is taken by one server under a lease that the server
 * renews while it works, and ends done or failed; a server that dies loses its lease and another
 * one continues.
 */
@Entity
@Table(name = "background_task")
public class BackgroundTask {

  /** How often a task whose server died is taken up again before it counts as failed. */
  public static final int MOST_ATTEMPTS = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "background_task_seq")
  @SequenceGenerator(
      name = "background_task_seq",
      sequenceName = "background_task_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private @Nullable Long schoolId;

  @Column(name = "kind")
  private String kind;

  @Column(name = "parameters")
  private String parameters;

  @Column(name = "owner_account_id")
  private long ownerAccountId;

  @Column(name = "owner_name")
  private String ownerName;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private TaskState state;

  @Column(name = "done")
  private long done;

  @Column(name = "total")
  private long total;

  @Column(name = "result")
  private @Nullable String result;

  /** A text, because EclipseLink 4.0.7 cannot read a UUID that is null. */
  @Column(name = "file_id")
  private @Nullable String fileId;

  @Column(name = "attempts")
  private short attempts;

  @Column(name = "holder")
  private @Nullable String holder;

  @Column(name = "held_until")
  private @Nullable Instant heldUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  /** For JPA. */
  protected BackgroundTask() {}

  /** A task that waits to be done. */
  public BackgroundTask(
      String kind,
      long authorityId,
      @Nullable Long schoolId,
      long ownerAccountId,
      String ownerName,
      String parameters,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.kind = kind;
    this.authorityId = authorityId;
    this.schoolId = schoolId;
    this.ownerAccountId = ownerAccountId;
    this.ownerName = ownerName;
    this.parameters = parameters;
    this.state = TaskState.WAITING;
    this.createdAt = now;
  }

  /**
   * Takes the task for {@code server} until {@code until}; after too many attempts it fails
   * instead.
   *
   * @return whether the server may begin
   */
  public boolean take(String server, Instant now, Instant until) {
    if (attempts >= MOST_ATTEMPTS) {
      end(TaskState.FAILED, now);
      return false;
    }
    attempts++;
    state = TaskState.RUNNING;
    holder = server;
    heldUntil = until;
    if (startedAt == null) {
      startedAt = now;
    }
    return true;
  }

  /** Whether {@code server} may still work on it. */
  public boolean isHeldBy(String server) {
    return state == TaskState.RUNNING && server.equals(holder);
  }

  /** Says how far the work is and renews the lease. */
  public void progress(long doneNow, long totalNow, Instant until) {
    done = doneNow;
    total = totalNow;
    heldUntil = until;
  }

  /** Ends it well. */
  public void finish(@Nullable String outcome, @Nullable UUID madeFile, Instant now) {
    result = outcome;
    fileId = madeFile == null ? null : madeFile.toString();
    done = Math.max(done, total);
    end(TaskState.DONE, now);
  }

  /** Ends it badly; {@code outcome} says why if the work knew. */
  public void fail(@Nullable String outcome, Instant now) {
    result = outcome;
    end(TaskState.FAILED, now);
  }

  /** Lets a failed task be done again, from where it stopped. */
  public void askAgain() {
    if (state == TaskState.FAILED) {
      state = TaskState.WAITING;
      attempts = 0;
      finishedAt = null;
      result = null;
    }
  }

  private void end(TaskState last, Instant now) {
    state = last;
    holder = null;
    heldUntil = null;
    finishedAt = now;
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that it works for. */
  public long authorityId() {
    return authorityId;
  }

  /** The one school that it is about, if it is about one. */
  public @Nullable Long schoolId() {
    return schoolId;
  }

  /** Which work it is; each kind has one {@code BackgroundWork}. */
  public String kind() {
    return kind;
  }

  /** JSON that only the work of this kind reads. */
  public String parameters() {
    return parameters;
  }

  /** Account that asked for it. */
  public long ownerAccountId() {
    return ownerAccountId;
  }

  /** Name of who asked, as it was then. */
  public String ownerName() {
    return ownerName;
  }

  /** Where it stands. */
  public TaskState state() {
    return state;
  }

  /** How much is done, in the work's own unit. */
  public long done() {
    return done;
  }

  /** How much there is to do; 0 while unknown. */
  public long total() {
    return total;
  }

  /** JSON with what was done, or why it failed. */
  public @Nullable String result() {
    return result;
  }

  /** Public id of the stored file that it made. */
  public @Nullable UUID fileId() {
    return fileId == null ? null : UUID.fromString(fileId);
  }

  /** When it was asked for. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When a server first took it. */
  public @Nullable Instant startedAt() {
    return startedAt;
  }

  /** When it ended. */
  public @Nullable Instant finishedAt() {
    return finishedAt;
  }
}
