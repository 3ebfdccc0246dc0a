package fr.gestmat.mealaid.entity.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question to an official source about one person of an application. It waits, is asked by one
 * server under a lease, and ends with a value, without one, or for a person to look at; a source
 * that has no answer now, or cannot have one yet, is asked again later.
 */
@Entity
@Table(name = "source_call")
public class SourceCall {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "source_call_seq")
  @SequenceGenerator(
      name = "source_call_seq",
      sequenceName = "source_call_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "application_id")
  private long applicationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private SourceKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "subject")
  private Subject subject;

  @Column(name = "subject_name")
  private String subjectName;

  @Column(name = "question")
  private String question;

  @Column(name = "school_year")
  private @Nullable Integer schoolYear;

  @Column(name = "private_school")
  private boolean privateSchool;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private CallState state;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  @Column(name = "holder")
  private @Nullable String holder;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "requester_account_id")
  private @Nullable Long requesterAccountId;

  @Column(name = "requester_name")
  private String requesterName;

  /** A text, because EclipseLink 4.0.7 cannot read a UUID that is null. */
  @Column(name = "requester_ref")
  private @Nullable String requesterRef;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "http_status")
  private @Nullable Integer httpStatus;

  @Column(name = "code")
  private @Nullable String code;

  @Column(name = "said")
  private @Nullable String said;

  @Embedded private @Nullable KeptAnswer kept;

  /** For JPA. */
  protected SourceCall() {}

  /**
   * What is asked of whom.
   *
   * @param kind what
   * @param subject of whom
   * @param name theirs, for people
   * @param parameters as they are sent, without who asks
   * @param schoolYear for pupils: the year in which the school year begins
   * @param privateSchool for pupils: whether the school is a private one
   */
  public record Question(
      SourceKind kind,
      Subject subject,
      String name,
      String parameters,
      @Nullable Integer schoolYear,
      boolean privateSchool) {}

  /** A question that waits to be asked. */
  public SourceCall(
      long authorityId,
      long applicationId,
      Question asked,
      Requester requester,
      String purpose,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.applicationId = applicationId;
    this.kind = asked.kind();
    this.subject = asked.subject();
    this.subjectName = asked.name();
    this.question = asked.parameters();
    this.schoolYear = asked.schoolYear();
    this.privateSchool = asked.privateSchool();
    this.requesterAccountId = requester.accountId();
    this.requesterName = requester.name();
    this.requesterRef = requester.reference() == null ? null : requester.reference().toString();
    this.purpose = purpose;
    this.requestedAt = now;
    this.state = CallState.WAITING;
    this.dueAt = now;
  }

  /** Takes it for {@code server} until {@code until}. */
  public void take(String server, Instant until) {
    attempts++;
    state = CallState.ASKING;
    holder = server;
    dueAt = until;
  }

  /** Whether {@code server} may still say what came of it. */
  public boolean isHeldBy(String server) {
    return state == CallState.ASKING && server.equals(holder);
  }

  /** Was not asked after all: waits until a moment, and this attempt does not count. */
  public void giveBack(Instant until) {
    attempts--;
    putOff(CallState.WAITING, until);
  }

  /** The source has no answer now: asked again at a moment. */
  public void again(@Nullable Integer status, String what, Instant at, Instant now) {
    heard(status, what, now);
    putOff(CallState.WAITING, at);
  }

  /** The source cannot have an answer yet: what it said is kept, and it is asked again. */
  public void postpone(KeptAnswer meanwhile, Instant at, Instant now) {
    heard(null, null, now);
    kept = meanwhile;
    attempts = 0;
    putOff(CallState.POSTPONED, at);
  }

  /** It is over without a value. */
  public void end(CallState how, @Nullable Integer status, String what, Instant now) {
    heard(status, what, now);
    over(how);
  }

  /** Not asked any more. */
  public void cancel() {
    over(CallState.CANCELLED);
  }

  /**
   * Somebody wants it to be asked again, because it failed or nobody could read its answer.
   *
   * @return whether it waits now; one that has its answer stays as it is
   */
  public boolean askAgain(Instant now) {
    boolean failed = state == CallState.FAILED || state == CallState.TO_CHECK;
    if (failed) {
      attempts = 0;
      putOff(CallState.WAITING, now);
    }
    return failed;
  }

  /** Adds the source's own sentence. */
  public void quote(String sentence) {
    said = sentence.isEmpty() ? null : sentence;
  }

  /** There is a value: it is over. */
  public void answered(KeptAnswer value, Instant now) {
    heard(null, null, now);
    said = null;
    kept = value;
    over(CallState.ANSWERED);
  }

  private void heard(@Nullable Integer status, @Nullable String what, Instant now) {
    httpStatus = status;
    code = what;
    answeredAt = now;
  }

  private void putOff(CallState how, Instant until) {
    state = how;
    holder = null;
    dueAt = until;
  }

  private void over(CallState how) {
    state = how;
    holder = null;
    dueAt = null;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** Application that it is for. */
  public long applicationId() {
    return applicationId;
  }

  /** What is asked of whom. */
  public Question question() {
    return new Question(kind, subject, subjectName, question, schoolYear, privateSchool);
  }

  /** Who asked. */
  public Requester requester() {
    return new Requester(
        requesterAccountId,
        requesterName,
        requesterRef == null ? null : UUID.fromString(requesterRef));
  }

  /** What for, as a stable code. */
  public String purpose() {
    return purpose;
  }

  /** Where it stands. */
  public CallState state() {
    return state;
  }

  /** When it is asked next, if it will be. */
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  /** How often it was asked. */
  public int attempts() {
    return attempts;
  }

  /** When it was handed in. */
  public Instant requestedAt() {
    return requestedAt;
  }

  /** When the last answer came. */
  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  /** What the source said instead of a value, as a code. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** Its own sentence, if there was one. */
  public Optional<String> said() {
    return Optional.ofNullable(said);
  }

  /** What is kept of the answer; empty as long as there is no value. */
  public KeptAnswer kept() {
    return kept == null ? new KeptAnswer() : kept;
  }
}
