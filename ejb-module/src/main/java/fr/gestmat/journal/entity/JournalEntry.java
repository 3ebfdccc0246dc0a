package fr.gestmat.journal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, for ever: the application's database account can neither change nor
 * delete it.
 */
@Entity
@Table(name = "journal_entry")
public class JournalEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "journal_entry_seq")
  @SequenceGenerator(
      name = "journal_entry_seq",
      sequenceName = "journal_entry_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private @Nullable Long schoolId;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "actor_account_id")
  private @Nullable Long actorAccountId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "action")
  private String action;

  @Column(name = "subject_type")
  private String subjectType;

  @Column(name = "subject_id")
  private @Nullable Long subjectId;

  @Column(name = "pupil_id")
  private @Nullable Long pupilId;

  @Column(name = "detail")
  private @Nullable String detail;

  @Column(name = "request_id")
  private @Nullable String requestId;

  /** For JPA. */
  protected JournalEntry() {}

  /** A line about {@code event}, ready to be persisted. */
  public JournalEntry(JournalEvent event, Instant happenedAt, @Nullable String requestId) {
    this.authorityId = event.authorityId();
    this.schoolId = event.schoolId();
    this.happenedAt = happenedAt;
    this.actorAccountId = event.actorAccountId();
    this.actorName = event.actorName();
    this.action = event.action();
    this.subjectType = event.subjectType();
    this.subjectId = event.subjectId();
    this.pupilId = event.pupilId();
    this.detail = event.detail();
    this.requestId = requestId;
  }

  /** Database id; grows with time on one server. */
  public long id() {
    return id;
  }

  /** When, to the microsecond. */
  public Instant happenedAt() {
    return happenedAt;
  }

  /** Name of who did it, as it was then. */
  public String actorName() {
    return actorName;
  }

  /** Stable code of what was done; each component owns its own codes. */
  public String action() {
    return action;
  }

  /** Stable code of what it was done to, e.g. {@code DEVICE}. */
  public String subjectType() {
    return subjectType;
  }

  /** School where it was done, if there was one. */
  public @Nullable Long schoolId() {
    return schoolId;
  }

  /** The pupil concerned, if there was one. */
  public @Nullable Long pupilId() {
    return pupilId;
  }

  /** What changed, as JSON, if anything is worth keeping. */
  public @Nullable String detail() {
    return detail;
  }
}
