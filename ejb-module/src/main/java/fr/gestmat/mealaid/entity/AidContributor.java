package fr.gestmat.mealaid.entity;

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

/**
 * Another parent who takes part in an application: one who lives with the applicant shares it, one
 * who lives elsewhere adds an own part and sees nothing of the rest.
 */
@Entity
@Table(name = "aid_contributor")
public class AidContributor {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_contributor_seq")
  @SequenceGenerator(
      name = "aid_contributor_seq",
      sequenceName = "aid_contributor_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "application_id")
  private long applicationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @Column(name = "account_id")
  private @Nullable Long accountId;

  @Column(name = "guardian_id")
  private @Nullable Long guardianId;

  @Column(name = "name")
  private String name;

  @Column(name = "answers")
  private @Nullable String answers;

  @Column(name = "submitted_at")
  private @Nullable Instant submittedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  /** How somebody takes part. */
  public enum Kind {
    /** Who applied. */
    APPLICANT,
    /** Lives with who applied: shares everything. */
    TOGETHER,
    /** Lives elsewhere: sees the own part only. */
    SEPARATED
  }

  /** For JPA. */
  protected AidContributor() {}

  /** A guardian of the directory who takes part from now on. */
  public AidContributor(
      AidApplication application, Kind kind, long guardianId, String name, Instant now) {
    this.applicationId = application.id();
    this.kind = kind;
    this.guardianId = guardianId;
    this.name = name;
    this.createdAt = now;
  }

  /** Takes part in another way from now on; an own part given earlier stays the own part. */
  public void becomes(Kind other) {
    kind = other;
  }

  /**
   * Keeps the own part of a separated parent.
   *
   * @param json answers
   */
  public void answer(String json, long account, Instant now) {
    answers = json;
    accountId = account;
    submittedAt = now;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The application. */
  public long applicationId() {
    return applicationId;
  }

  /** How they take part. */
  public Kind kind() {
    return kind;
  }

  /** The directory's guardian, if they are one. */
  public @Nullable Long guardianId() {
    return guardianId;
  }

  /** As they are called. */
  public String name() {
    return name;
  }

  /** A separated parent's own part as JSON. */
  public @Nullable String answers() {
    return answers;
  }

  /** When that part was sent. */
  public @Nullable Instant submittedAt() {
    return submittedAt;
  }
}
