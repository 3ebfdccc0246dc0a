package fr.gestmat.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil. Comes from a feed, joins and leaves classes, leaves the school; never deleted while a
 * loan is open.
 */
@Entity
@Table(name = "pupil")
public class Pupil {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pupil_seq")
  @SequenceGenerator(name = "pupil_seq", sequenceName = "pupil_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "school_id")
  private School school;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "class_id")
  private @Nullable SchoolClass schoolClass;

  @ManyToMany
  @JoinTable(
      name = "pupil_class",
      joinColumns = @JoinColumn(name = "pupil_id"),
      inverseJoinColumns = @JoinColumn(name = "class_id"))
  private Set<SchoolClass> classes = new HashSet<>();

  @Column(name = "source")
  private String source;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "ine")
  private @Nullable String ine;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "birth_date")
  private @Nullable LocalDate birthDate;

  @Column(name = "boarding_status")
  private @Nullable String boardingStatus;

  @Column(name = "boarding_text")
  private @Nullable String boardingText;

  @Column(name = "card_code")
  private @Nullable String cardCode;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private PupilStatus status;

  @Column(name = "left_on")
  private @Nullable LocalDate leftOn;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected Pupil() {}

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

  /** School where the pupil is now, or was last. */
  public School school() {
    return school;
  }

  /** Main class, if in one: what lists show. */
  public @Nullable SchoolClass schoolClass() {
    return schoolClass;
  }

  /** Every class, the main one among them. */
  public Set<SchoolClass> classes() {
    return Set.copyOf(classes);
  }

  /** Feed that the external id belongs to. */
  public String source() {
    return source;
  }

  /** Key in that feed (ENTPersonJointure for AAF). */
  public String externalId() {
    return externalId;
  }

  /** National pupil number, if known. */
  public @Nullable String ine() {
    return ine;
  }

  /** Family name as written. */
  public String familyName() {
    return familyName;
  }

  /** Given name as written. */
  public String givenName() {
    return givenName;
  }

  /** Birth date, if known. */
  public @Nullable LocalDate birthDate() {
    return birthDate;
  }

  /** Code of the régime, null if unknown. */
  public @Nullable String boardingStatus() {
    return boardingStatus;
  }

  /** Régime as the feed words it. */
  public @Nullable String boardingText() {
    return boardingText;
  }

  /** Code of the pupil card in the normal form of a scanned code, if the school prints cards. */
  public @Nullable String cardCode() {
    return cardCode;
  }

  /** Still here or gone. */
  public PupilStatus status() {
    return status;
  }

  /** First day away, if gone. */
  public @Nullable LocalDate leftOn() {
    return leftOn;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
