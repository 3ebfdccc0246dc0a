package fr.gestmat.mealaid.entity.document;

import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody gave for an application. It is gathered with the draft, handed in with
 * the application, and from then on only replaced, never taken away by the family. In the
 * background it is scanned for viruses and, if it is a tax notice, its code is read.
 */
@Entity
@Table(name = "aid_document")
public class AidDocument {

  /** The kinds whose codes are read: the applicant's notice, and the one of who lives with them. */
  private static final Set<String> TAX_NOTICES = Set.of("TAX_NOTICE", "PARTNER_TAX_NOTICE");

  /** Tries after which a file that is not what was kept counts as lost (M-G06). */
  public static final int MOST_TRIES = 5;

  /** Tries after which a code that could not be read counts as unreadable. */
  public static final int MOST_READINGS = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_document_seq")
  @SequenceGenerator(
      name = "aid_document_seq",
      sequenceName = "aid_document_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "application_id")
  private long applicationId;

  @Column(name = "kind")
  private String kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "side")
  private Side side;

  @Column(name = "sent_by_account")
  private long sentByAccount;

  @Column(name = "sent_by_guardian")
  private @Nullable Long sentByGuardian;

  @Column(name = "sent_by")
  private String sentBy;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "file_id")
  private UUID fileId;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "byte_count")
  private long byteCount;

  @Column(name = "pages")
  private int pages;

  @Column(name = "content_digest")
  private byte[] contentDigest;

  @Enumerated(EnumType.STRING)
  @Column(name = "scan")
  private ScanState scan = ScanState.PENDING;

  @Column(name = "scan_tries")
  private int scanTries;

  @Column(name = "scan_said")
  private String scanSaid = "";

  @Column(name = "scanned_at")
  private @Nullable Instant scannedAt;

  @Column(name = "to_read")
  private boolean toRead;

  @Column(name = "read_tries")
  private int readTries;

  @Column(name = "look_at")
  private @Nullable Instant lookAt;

  @Column(name = "handed_in_at")
  private @Nullable Instant handedInAt;

  @Column(name = "replaced_by_id")
  private @Nullable Long replacedById;

  @Column(name = "shared_from_id")
  private @Nullable Long sharedFromId;

  @Version
  @Column(name = "version")
  private int version;

  /**
   * The bytes of a document.
   *
   * @param fileId public id of the stored file
   * @param name harmless name, at most 100 characters
   * @param mediaType what the bytes are
   * @param bytes size
   * @param pages at least 1
   * @param digest SHA-256 of the content
   */
  public record Content(
      UUID fileId, String name, String mediaType, long bytes, int pages, byte[] digest) {

    /** Copies the digest. */
    public Content {
      digest = digest.clone();
    }

    @Override
    public byte[] digest() {
      return digest.clone();
    }
  }

  /**
   * Who sent it.
   *
   * @param accountId account
   * @param guardianId the directory's guardian, if they are one
   * @param name as they are called
   */
  public record Sender(long accountId, @Nullable Long guardianId, String name) {}

  /** For JPA. */
  protected AidDocument() {}

  /** A document that was sent now. */
  public AidDocument(
      AidApplication application,
      String kind,
      Side side,
      Sender sender,
      Content content,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = application.authorityId();
    this.applicationId = application.id();
    this.kind = kind;
    this.side = side;
    this.sentByAccount = sender.accountId();
    this.sentByGuardian = sender.guardianId();
    this.sentBy = sender.name();
    this.sentAt = now;
    this.fileId = content.fileId();
    this.fileName = content.name();
    this.mediaType = content.mediaType();
    this.byteCount = content.bytes();
    this.pages = content.pages();
    this.contentDigest = content.digest();
    this.toRead = isTaxNotice();
    this.lookAt = now;
  }

  /**
   * The same file for another child's application; what is known of it is known here too.
   *
   * @param there whose part of that application it belongs to: who applies for one child may live
   *     elsewhere than another one
   */
  public AidDocument sharedWith(
      AidApplication other, String forKind, Side there, Sender sender, String name, Instant now) {
    AidDocument shared =
        new AidDocument(
            other,
            forKind,
            there,
            sender,
            new Content(fileId, name, mediaType, byteCount, pages, contentDigest),
            now);
    shared.sharedFromId = id;
    shared.scan = scan;
    shared.scanSaid = scanSaid;
    shared.scannedAt = scannedAt;
    shared.planNext(scan == ScanState.SAFE && !shared.toRead ? null : now);
    return shared;
  }

  /** The scanner found nothing. */
  public void foundSafe(Instant now) {
    scanned(ScanState.SAFE, "", now);
  }

  /**
   * The scanner found something.
   *
   * @param name what its signature is called
   */
  public void foundInfected(String name, Instant now) {
    scanned(ScanState.INFECTED, name, now);
  }

  /**
   * The scanner could not look at this file: after five tries once a day only.
   *
   * @param why its words
   */
  public void scanFailed(String why, Instant now) {
    scanTries++;
    boolean often = scanTries >= MOST_TRIES;
    scan = often ? ScanState.ERROR : ScanState.PENDING;
    scanSaid = cut(why);
    planNext(now.plus(often ? Duration.ofDays(1) : pause()));
  }

  /** The scanner was not there: nothing is held against the file (M-G05). */
  public void scannerAway(Instant next) {
    planNext(next);
  }

  /** What was read is not what was kept; after five tries it is lost. */
  public void notWhatWasKept(Instant now) {
    scanTries++;
    if (scanTries >= MOST_TRIES) {
      scanned(ScanState.CORRUPT, "", now);
    } else {
      planNext(now.plus(pause()));
    }
  }

  /**
   * Its code is to be read now, which counts from its beginning: a document that ends the server
   * does not come back for ever.
   *
   * @return false if it was tried often enough
   */
  public boolean beginReading() {
    if (readTries >= MOST_READINGS) {
      return false;
    }
    readTries++;
    return true;
  }

  /** Its code was read, or is known not to be there. */
  public void codeRead() {
    toRead = false;
    if (scan != ScanState.PENDING && scan != ScanState.ERROR) {
      planNext(null);
    }
  }

  private void scanned(ScanState state, String said, Instant now) {
    scan = state;
    scanSaid = cut(said);
    scannedAt = now;
    scanTries = state == ScanState.CORRUPT ? scanTries : 0;
    // Nobody looks at what has to be sent again.
    toRead = toRead && !state.asksAgain();
    if (!toRead) {
      planNext(null);
    }
    // Else whoever took it reads it now, and nobody else does in the meantime.
  }

  private Duration pause() {
    return Duration.ofMinutes(1L << (2 * Math.min(scanTries, 4)));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  /** Somebody takes it to look at; nobody else does until then. */
  public void takenUntil(Instant until) {
    planNext(until);
  }

  private void planNext(@Nullable Instant next) {
    lookAt = next;
  }

  /** It goes to the authority with the application; officers see it from now on. */
  public void handIn(Instant now) {
    if (handedInAt == null) {
      handedInAt = now;
    }
  }

  /** Another one stands for it from now on. */
  public void replacedBy(AidDocument other) {
    replacedById = other.id();
  }

  /** Whether the family may still take it away. */
  public boolean isStillTheirs() {
    return handedInAt == null;
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

  /** Application. */
  public long applicationId() {
    return applicationId;
  }

  /** What it was asked for as. */
  public String kind() {
    return kind;
  }

  /** Whether it is a tax notice, whose code is read. */
  public boolean isTaxNotice() {
    return TAX_NOTICES.contains(kind);
  }

  /** Whose part it belongs to. */
  public Side side() {
    return side;
  }

  /** Who sent it. */
  public Sender sender() {
    return new Sender(sentByAccount, sentByGuardian, sentBy);
  }

  /** When it was sent. */
  public Instant sentAt() {
    return sentAt;
  }

  /** Its bytes. */
  public Content content() {
    return new Content(fileId, fileName, mediaType, byteCount, pages, contentDigest);
  }

  /** What the scanner says. */
  public ScanState scan() {
    return scan;
  }

  /** What it called what it found, or why it could not look. */
  public String scanSaid() {
    return scanSaid;
  }

  /** Whether its code is still to be read. */
  public boolean toRead() {
    return toRead;
  }

  /** When it was handed in; null while it is gathered. */
  public @Nullable Instant handedInAt() {
    return handedInAt;
  }

  /** The one that stands for it, if one does. */
  public @Nullable Long replacedById() {
    return replacedById;
  }
}
