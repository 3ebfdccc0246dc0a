package fr.gestmat.mealaid.entity.statement;

import fr.gestmat.directory.entity.School;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a school takes off families' invoices for a term (état de versement). Computed as a draft,
 * as often as one likes; checked by the school; made final once, with a number, and then the same
 * for ever.
 */
@Entity
@Table(name = "aid_statement")
public class AidStatement {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_statement_seq")
  @SequenceGenerator(
      name = "aid_statement_seq",
      sequenceName = "aid_statement_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "campaign_id")
  private long campaignId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "school_name")
  private String schoolName;

  @Column(name = "school_uai")
  private String schoolUai;

  @Column(name = "term")
  private int term;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private StatementKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private StatementState state;

  @Column(name = "number")
  private @Nullable String number;

  @Column(name = "total")
  private BigDecimal total;

  @Column(name = "carried_in")
  private BigDecimal carriedIn;

  @Column(name = "carried_out")
  private BigDecimal carriedOut;

  @Column(name = "line_count")
  private int lineCount;

  @Column(name = "pupil_count")
  private int pupilCount;

  @Column(name = "error_count")
  private int errorCount;

  @Column(name = "computed_at")
  private Instant computedAt;

  @Column(name = "computed_by")
  private String computedBy;

  @Column(name = "checked_at")
  private @Nullable Instant checkedAt;

  @Column(name = "checked_by")
  private @Nullable String checkedBy;

  @Column(name = "final_at")
  private @Nullable Instant finalAt;

  @Column(name = "final_by")
  private @Nullable String finalBy;

  @Column(name = "superseded_at")
  private @Nullable Instant supersededAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected AidStatement() {}

  /** A draft of a school's term, computed now. */
  public AidStatement(
      long campaignId, School school, int term, StatementKind kind, String by, Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = school.authorityId();
    this.campaignId = campaignId;
    this.schoolId = school.id();
    this.schoolName = school.name();
    this.schoolUai = school.uai();
    this.term = term;
    this.kind = kind;
    this.state = StatementState.DRAFT;
    this.computedAt = now;
    this.computedBy = by;
    hold(List.of());
  }

  /**
   * Says what it holds. Who checked it before has to look again.
   *
   * @throws IllegalStateException if it is final
   */
  public final void hold(List<StatedLine> lines) {
    mayChange();
    total = sum(lines);
    carriedIn = sum(lines.stream().filter(l -> l.kind() == LineKind.CARRIED_IN).toList()).negate();
    carriedOut = sum(lines.stream().filter(l -> l.kind() == LineKind.CARRIED_OUT).toList());
    lineCount = lines.size();
    errorCount = (int) lines.stream().filter(StatedLine::inError).count();
    pupilCount =
        (int)
            lines.stream()
                .map(l -> l.child().applicationId())
                .filter(Objects::nonNull)
                .distinct()
                .count();
    state = StatementState.DRAFT;
    checkedAt = null;
    checkedBy = null;
  }

  private static BigDecimal sum(List<StatedLine> lines) {
    return lines.stream().map(StatedLine::amount).reduce(StatedAmount.ZERO, BigDecimal::add);
  }

  /**
   * Somebody looked at it and found it right.
   *
   * @throws IllegalStateException if it is no draft
   */
  public void check(String by, Instant now) {
    mayChange();
    if (state != StatementState.DRAFT) {
      throw new IllegalStateException("This statement is checked");
    }
    state = StatementState.CHECKED;
    checkedAt = now;
    checkedBy = by;
  }

  /**
   * Makes it final.
   *
   * @param given its number
   * @throws IllegalStateException if it is not checked
   */
  public void close(String given, String by, Instant now) {
    mayChange();
    if (state != StatementState.CHECKED) {
      throw new IllegalStateException("This statement is not checked");
    }
    state = StatementState.FINAL;
    number = given;
    finalAt = now;
    finalBy = by;
  }

  /**
   * A later draft takes its place.
   *
   * @throws IllegalStateException if it is final
   */
  public void supersede(Instant now) {
    mayChange();
    supersededAt = now;
  }

  private void mayChange() {
    if (state == StatementState.FINAL) {
      throw new IllegalStateException("A final statement never changes");
    }
    if (supersededAt != null) {
      throw new IllegalStateException("A later draft took the place of this one");
    }
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that pays. */
  public long authorityId() {
    return authorityId;
  }

  /** Campaign. */
  public long campaignId() {
    return campaignId;
  }

  /** School that deducts. */
  public long schoolId() {
    return schoolId;
  }

  /** Its name when the statement was computed. */
  public String schoolName() {
    return schoolName;
  }

  /** Its UAI. */
  public String schoolUai() {
    return schoolUai;
  }

  /** Term, 1 to 3. */
  public int term() {
    return term;
  }

  /** What it is for. */
  public StatementKind kind() {
    return kind;
  }

  /** How far it is. */
  public StatementState state() {
    return state;
  }

  /** Its number, once it is final. */
  public @Nullable String number() {
    return number;
  }

  /** Euros, never below 0. */
  public BigDecimal total() {
    return total;
  }

  /** Euros of earlier statements that this one recovers. */
  public BigDecimal carriedIn() {
    return carriedIn;
  }

  /** Euros that the next statement has to recover. */
  public BigDecimal carriedOut() {
    return carriedOut;
  }

  /** How many lines it has. */
  public int lineCount() {
    return lineCount;
  }

  /** How many children it is about. */
  public int pupilCount() {
    return pupilCount;
  }

  /** How many lines are in error. */
  public int errorCount() {
    return errorCount;
  }

  /** When it was computed. */
  public Instant computedAt() {
    return computedAt;
  }

  /** Who asked for it. */
  public String computedBy() {
    return computedBy;
  }

  /** When it was checked. */
  public @Nullable Instant checkedAt() {
    return checkedAt;
  }

  /** Who did. */
  public @Nullable String checkedBy() {
    return checkedBy;
  }

  /** When it became final. */
  public @Nullable Instant finalAt() {
    return finalAt;
  }

  /** Who made it so. */
  public @Nullable String finalBy() {
    return finalBy;
  }

  /** When a later draft took its place. */
  public @Nullable Instant supersededAt() {
    return supersededAt;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
