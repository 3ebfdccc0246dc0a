package fr.gestmat.notice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail to one person, made of the notices of one batch; rows are inserted by SQL. */
@Entity
@Table(name = "mail")
public class Mail {

  private static final int LONGEST_FAILURE = 400;
  private static final int LONGEST_SUBJECT = 200;

  @Id private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private @Nullable Long schoolId;

  @Enumerated(EnumType.STRING)
  @Column(name = "recipient_kind")
  private RecipientKind recipientKind;

  @Column(name = "recipient_id")
  private long recipientId;

  @Column(name = "recipient_name")
  private String recipientName;

  @Column(name = "address")
  private String address;

  @Column(name = "batch")
  private String batch;

  @Column(name = "subject")
  private @Nullable String subject;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private MailState state;

  @Column(name = "attempts")
  private short attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "holder")
  private @Nullable String holder;

  @Column(name = "held_until")
  private @Nullable Instant heldUntil;

  @Column(name = "failure")
  private @Nullable String failure;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  /** For JPA. */
  protected Mail() {}

  /** Takes it for {@code server} until {@code until}. */
  public void take(String server, Instant until) {
    attempts++;
    state = MailState.SENDING;
    holder = server;
    heldUntil = until;
  }

  /** Whether {@code server} may still say how it went. */
  public boolean isHeldBy(String server) {
    return state == MailState.SENDING && server.equals(holder);
  }

  /** The mail server took it. */
  public void sent(String itsSubject, Instant now) {
    subject = itsSubject.substring(0, Math.min(itsSubject.length(), LONGEST_SUBJECT));
    failure = null;
    end(MailState.SENT, now);
  }

  /** It did not go; it is tried again at {@code next}, or given up if that is null. */
  public void failed(String why, @Nullable Instant next, Instant now) {
    failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
    if (next == null) {
      end(MailState.FAILED, now);
    } else {
      end(MailState.WAITING, now);
      finishedAt = null;
      nextAttemptAt = next;
    }
  }

  /** Nothing is left to say. */
  public void discard(Instant now) {
    end(MailState.DISCARDED, now);
  }

  /** Somebody asks for another try of a mail that was given up. */
  public void askAgain(Instant now) {
    if (state == MailState.FAILED) {
      end(MailState.WAITING, now);
      finishedAt = null;
      attempts = 1;
      nextAttemptAt = now;
    }
  }

  private void end(MailState how, Instant now) {
    state = how;
    holder = null;
    heldUntil = null;
    finishedAt = now;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows; also the id of the message. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** School that it comes from; null if the authority writes. */
  public @Nullable Long schoolId() {
    return schoolId;
  }

  /** What its recipient is in the directory. */
  public RecipientKind recipientKind() {
    return recipientKind;
  }

  /** Who gets it, by the directory's id. */
  public long recipientId() {
    return recipientId;
  }

  /** Name of who gets it. */
  public String recipientName() {
    return recipientName;
  }

  /** Where it goes. */
  public String address() {
    return address;
  }

  /** Where it stands. */
  public MailState state() {
    return state;
  }

  /** How often it was tried. */
  public int attempts() {
    return attempts;
  }

  /** What it was about, once it was sent. */
  public @Nullable String subject() {
    return subject;
  }

  /** Why it did not go. */
  public @Nullable String failure() {
    return failure;
  }

  /** When it will be tried, if it waits. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was over. */
  public @Nullable Instant finishedAt() {
    return finishedAt;
  }
}
