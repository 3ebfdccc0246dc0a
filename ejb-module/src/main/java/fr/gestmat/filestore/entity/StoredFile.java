package fr.gestmat.filestore.entity;

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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole file on disk that belongs to whoever sent it or asked for it, until it expires. Its name
 * on disk is its public id, never what somebody typed.
 */
@Entity
@Table(name = "stored_file")
public class StoredFile {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stored_file_seq")
  @SequenceGenerator(
      name = "stored_file_seq",
      sequenceName = "stored_file_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "schools")
  private @Nullable String schools;

  @Column(name = "owner_account_id")
  private long ownerAccountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose")
  private FilePurpose purpose;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "byte_count")
  private long byteCount;

  @Column(name = "digest")
  private byte[] digest;

  @Column(name = "sealed")
  private boolean sealed;

  /** First byte of the public id: the nightly check compares rows and bytes a part at a time. */
  @Column(name = "shard")
  private int shard;

  @Column(name = "key_number")
  private @Nullable Integer keyNumber;

  @Column(name = "wrapped_key")
  private byte @Nullable [] wrappedKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For JPA. */
  protected StoredFile() {}

  /** A file that is whole on disk. */
  public StoredFile(
      UUID publicId, FileOwner owner, FileLabel label, long byteCount, byte[] digest, Instant now) {
    this.publicId = publicId;
    this.shard = (int) (publicId.getMostSignificantBits() >>> 56);
    this.authorityId = owner.authorityId();
    this.schools =
        owner.schools().isEmpty()
            ? null
            : owner.schools().stream().map(String::valueOf).collect(Collectors.joining(","));
    this.ownerAccountId = owner.accountId();
    this.purpose = label.purpose();
    this.fileName = label.fileName();
    this.mediaType = label.mediaType();
    this.byteCount = byteCount;
    this.digest = digest.clone();
    this.createdAt = now;
    this.expiresAt = now.plus(label.purpose().kept());
  }

  /** Gives it less time than its purpose does; never more. */
  public void expireBy(Instant latest) {
    expiresAt = latest.isBefore(expiresAt) ? latest : expiresAt;
  }

  /** Keeps it for another reason from now on, and for as long as that one says. */
  public void keepAs(FilePurpose other) {
    purpose = other;
    expiresAt = createdAt.plus(other.kept());
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows, and the name on disk. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** The schools whose data are inside; empty for the whole authority. */
  public Set<Long> schools() {
    return schools == null
        ? Set.of()
        : Arrays.stream(schools.split(",", -1)).map(Long::valueOf).collect(Collectors.toSet());
  }

  /** Account that it belongs to. */
  public long ownerAccountId() {
    return ownerAccountId;
  }

  /** Why it is kept. */
  public FilePurpose purpose() {
    return purpose;
  }

  /** Name for the person who takes it away. */
  public String fileName() {
    return fileName;
  }

  /** Media type that we gave it. */
  public String mediaType() {
    return mediaType;
  }

  /** Size in bytes. */
  public long byteCount() {
    return byteCount;
  }

  /** SHA-256 of the content, in hexadecimal. */
  public String digest() {
    return HexFormat.of().formatHex(digest);
  }

  /** Whether its content is encrypted on disk; size and digest are those of what lies there. */
  public boolean sealed() {
    return sealed;
  }

  /** Its key, if it is sealed and its key is not in its own head. */
  public Optional<SealedKey> key() {
    return keyNumber == null || wrappedKey == null
        ? Optional.empty()
        : Optional.of(new SealedKey(keyNumber, wrappedKey));
  }

  /** Keeps the key that the bytes are sealed with. */
  public void seal(SealedKey key) {
    this.sealed = true;
    this.keyNumber = key.master();
    this.wrappedKey = key.wrapped();
  }

  /** Notes the master key that the head of the bytes needs. */
  public void sealedInItsHead(int master) {
    this.keyNumber = master;
  }

  /** When it was whole. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it goes. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
