package fr.gestmat.directory.entity;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The import of one set of files: received, read and compared, looked at by somebody, applied
 * school by school. It is taken up where it stood when a server dies.
 */
@Entity
@Table(name = "directory_import")
public class DirectoryImport {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "directory_import_seq")
  @SequenceGenerator(
      name = "directory_import_seq",
      sequenceName = "directory_import_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Enumerated(EnumType.STRING)
  @Column(name = "source")
  private FeedSource source;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private ImportState state;

  @Column(name = "whole_set")
  private boolean wholeSet;

  @Column(name = "link_codes")
  private @Nullable String linkCodes;

  @Column(name = "pupils")
  private int pupils;

  @Column(name = "guardians")
  private int guardians;

  @Column(name = "staff")
  private int staff;

  @Column(name = "links")
  private int links;

  @Column(name = "guardians_new")
  private int guardiansNew;

  @Column(name = "guardians_changed")
  private int guardiansChanged;

  @Column(name = "links_resolved")
  private int linksResolved;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "compared_at")
  private @Nullable Instant comparedAt;

  @Column(name = "confirmed_at")
  private @Nullable Instant confirmedAt;

  @Column(name = "confirmed_by")
  private @Nullable String confirmedBy;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected DirectoryImport() {}

  /**
   * A set that was handed in.
   *
   * @param wholeSet whether the operator says that it holds every pupil
   * @param receivedBy the person, or the drop folder
   * @param accountId account of the person, 0 for the drop folder
   */
  public DirectoryImport(
      long authorityId,
      FeedSource source,
      boolean wholeSet,
      String receivedBy,
      long accountId,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.source = source;
    this.wholeSet = wholeSet;
    this.receivedBy = receivedBy;
    this.accountId = accountId;
    this.receivedAt = now;
    this.state = ImportState.RECEIVED;
  }

  /**
   * The set was read and compared.
   *
   * @param linkCodesRead the form of its links
   */
  public void ready(
      int pupilsRead,
      int guardiansRead,
      int staffRead,
      int linksRead,
      String linkCodesRead,
      Instant now) {
    become(ImportState.READY);
    pupils = pupilsRead;
    guardians = guardiansRead;
    staff = staffRead;
    links = linksRead;
    linkCodes = linkCodesRead;
    comparedAt = now;
  }

  /** How many guardians are new, and of how many something changed. */
  public void guardiansCompared(int fresh, int changed) {
    guardiansNew = fresh;
    guardiansChanged = changed;
  }

  /** A file cannot be read. */
  public void refuse(Instant now) {
    become(ImportState.REFUSED);
    finishedAt = now;
  }

  /** Somebody said yes. */
  public void confirm(String by, Instant now) {
    become(ImportState.APPLYING);
    confirmedBy = by;
    confirmedAt = now;
  }

  /** Somebody said no. */
  public void cancel(Instant now) {
    become(ImportState.CANCELLED);
    finishedAt = now;
  }

  /**
   * Everything is in.
   *
   * @param resolved links of earlier imports whose guardian arrived with this one
   */
  public void done(int resolved, Instant now) {
    become(ImportState.DONE);
    linksResolved = resolved;
    finishedAt = now;
  }

  private void become(ImportState wanted) {
    if (!state.next().contains(wanted)) {
      throw new IllegalStateException("an import that is " + state + " cannot become " + wanted);
    }
    state = wanted;
  }

  /** Database id, never shown outside. */
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

  /** The feed that its keys belong to. */
  public FeedSource source() {
    return source;
  }

  /** Where it stands. */
  public ImportState state() {
    return state;
  }

  /** Whether absence from the set can mean leaving. */
  public boolean wholeSet() {
    return wholeSet;
  }

  /** The form of its links, once read. */
  public Optional<String> linkCodes() {
    return Optional.ofNullable(linkCodes);
  }

  /** Pupils in the set. */
  public int pupils() {
    return pupils;
  }

  /** Guardians in the set. */
  public int guardians() {
    return guardians;
  }

  /** Members of staff in the set. */
  public int staff() {
    return staff;
  }

  /** Links in the set. */
  public int links() {
    return links;
  }

  /** Guardians not known before. */
  public int guardiansNew() {
    return guardiansNew;
  }

  /** Guardians of whom something changed. */
  public int guardiansChanged() {
    return guardiansChanged;
  }

  /** Links of earlier imports whose guardian arrived. */
  public int linksResolved() {
    return linksResolved;
  }

  /** When it was handed in. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** By whom. */
  public String receivedBy() {
    return receivedBy;
  }

  /** The person's account, 0 for the drop folder. */
  public long accountId() {
    return accountId;
  }

  /** When it was compared with the directory. */
  public Optional<Instant> comparedAt() {
    return Optional.ofNullable(comparedAt);
  }

  /** Who said yes. */
  public Optional<String> confirmedBy() {
    return Optional.ofNullable(confirmedBy);
  }

  /** When. */
  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }

  /** When it was over. */
  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
