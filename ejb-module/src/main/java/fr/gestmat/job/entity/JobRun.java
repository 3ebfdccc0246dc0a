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
import org.jspecify.annotations.Nullable;

/** One run of a job on one server. */
@Entity
@Table(name = "job_run")
public class JobRun {

  private static final int LONGEST_MESSAGE = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job_run_seq")
  @SequenceGenerator(name = "job_run_seq", sequenceName = "job_run_seq", allocationSize = 50)
  private long id;

  @Column(name = "job_name")
  private String jobName;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private RunState state;

  @Column(name = "counts")
  private String counts = "";

  @Column(name = "message")
  private @Nullable String message;

  /** For JPA. */
  protected JobRun() {}

  /** A run that begins. */
  public JobRun(String jobName, Instant startedAt) {
    this.jobName = jobName;
    this.startedAt = startedAt;
    this.state = RunState.RUNNING;
  }

  /** Ends a run that did its work; the note is cut at 1,000 characters. */
  public void end(JobReport report, Instant now) {
    counts = report.stored();
    end(RunState.DONE, report.note(), now);
  }

  /** Ends a run that failed; the reason is cut at 1,000 characters. */
  public void fail(String why, Instant now) {
    end(RunState.FAILED, why, now);
  }

  private void end(RunState how, String said, Instant now) {
    state = how;
    message = said.substring(0, Math.min(said.length(), LONGEST_MESSAGE));
    finishedAt = now;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** Which job. */
  public String jobName() {
    return jobName;
  }

  /** When it began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When it ended. */
  public @Nullable Instant finishedAt() {
    return finishedAt;
  }

  /** How it went. */
  public RunState state() {
    return state;
  }

  /** What was done; of a run that failed, only the note that says why. */
  public JobReport report() {
    return JobReport.read(counts, message == null ? "" : message);
  }
}
