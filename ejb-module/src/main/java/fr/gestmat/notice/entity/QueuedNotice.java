package fr.gestmat.notice.entity;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a family has to be told. */
@Entity
@Table(name = "notice")
public class QueuedNotice {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice_seq")
  @SequenceGenerator(name = "notice_seq", sequenceName = "notice_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private @Nullable Long schoolId;

  /** As text: a kind that a later release took away must not stop the queue. */
  @Column(name = "kind")
  private String kind;

  @Column(name = "pupil_id")
  private @Nullable Long pupilId;

  @Column(name = "person_key")
  private @Nullable Long personKey;

  @Column(name = "person_name")
  private @Nullable String personName;

  @Column(name = "person_address")
  private @Nullable String personAddress;

  @Column(name = "subject_id")
  private @Nullable Long subjectId;

  @Column(name = "batch")
  private String batch;

  @Column(name = "facts")
  private String facts;

  @Column(name = "ready_at")
  private Instant readyAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private NoticeState state;

  @Column(name = "reason")
  private @Nullable String reason;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "printed_at")
  private @Nullable Instant printedAt;

  /** For JPA. */
  protected QueuedNotice() {}

  /**
   * A notice that waits.
   *
   * @param subjectId what it speaks of, or null
   * @param batch what of one batch goes to the same person goes in one mail
   * @param facts JSON: the values of its sentence
   * @param readyAt not before
   */
  public QueuedNotice(
      long authorityId,
      @Nullable Long schoolId,
      NoticeKind kind,
      @Nullable Long pupilId,
      @Nullable Long subjectId,
      String batch,
      String facts,
      Instant readyAt,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.schoolId = schoolId;
    this.kind = kind.name();
    this.pupilId = pupilId;
    this.subjectId = subjectId;
    this.batch = batch;
    this.facts = facts;
    this.readyAt = readyAt;
    this.state = NoticeState.WAITING;
    this.createdAt = now;
  }

  /** It is for one person only, whom the component that tells it named. */
  public void to(Addressee person) {
    personKey = person.key();
    personName = person.name();
    personAddress = person.address();
  }

  /** The one person it is for; empty if it is for a pupil's family. */
  public Optional<Addressee> addressee() {
    return personKey == null || personName == null || personAddress == null
        ? Optional.empty()
        : Optional.of(new Addressee(personKey, personName, personAddress));
  }

  /** It became part of a mail. */
  public void mailed() {
    state = NoticeState.MAILED;
  }

  /** It can't be mailed: somebody prints it. */
  public void onPaper(DiscardReason why) {
    state = NoticeState.PAPER;
    reason = why.name();
  }

  /** It was printed. */
  public void printed(Instant now) {
    state = NoticeState.PRINTED;
    printedAt = now;
  }

  /** It is not told. */
  public void discard(DiscardReason why) {
    state = NoticeState.DISCARDED;
    reason = why.name();
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** Public id. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** School that tells it; null if the authority does. */
  public @Nullable Long schoolId() {
    return schoolId;
  }

  /** Name of a {@link NoticeKind}. */
  public String kind() {
    return kind;
  }

  /** Pupil whom it is about; null if it is about nobody of the directory. */
  public @Nullable Long pupilId() {
    return pupilId;
  }

  /** What it speaks of. */
  public @Nullable Long subjectId() {
    return subjectId;
  }

  /** Its batch. */
  public String batch() {
    return batch;
  }

  /** JSON: the values of its sentence. */
  public String facts() {
    return facts;
  }

  /** Not before. */
  public Instant readyAt() {
    return readyAt;
  }

  /** Where it stands. */
  public NoticeState state() {
    return state;
  }

  /** When it was written down. */
  public Instant createdAt() {
    return createdAt;
  }
}
