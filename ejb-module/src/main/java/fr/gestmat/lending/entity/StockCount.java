package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inventory by scan of one school, or of one of its storage places or models: open while agents
 * scan, closed for ever afterwards.
 */
@Entity
@Table(name = "stock_count")
public class StockCount {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_count_seq")
  @SequenceGenerator(name = "stock_count_seq", sequenceName = "stock_count_seq")
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "name")
  private String name;

  @Column(name = "storage")
  private @Nullable String storage;

  @Column(name = "model_id")
  private @Nullable Long modelId;

  @Column(name = "counts_returns")
  private boolean countsReturns;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "closed_by")
  private @Nullable String closedBy;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected StockCount() {}

  /** A count of a school that opens now; {@link #limitTo} narrows it. */
  public StockCount(
      long authorityId,
      long schoolId,
      String name,
      boolean countsReturns,
      Instant openedAt,
      String openedBy) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.schoolId = schoolId;
    this.name = name;
    this.countsReturns = countsReturns;
    this.openedAt = openedAt;
    this.openedBy = openedBy;
  }

  /** Counts one storage place, one model, or both; null for all. */
  public void limitTo(@Nullable String place, @Nullable Long model) {
    storage = place;
    modelId = model;
  }

  /**
   * No more sightings.
   *
   * @throws IllegalStateException if it is closed already
   */
  public void close(Instant at, String by) {
    if (closedAt != null) {
      throw new IllegalStateException("This count is closed");
    }
    closedAt = at;
    closedBy = by;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that it belongs to. */
  public long authorityId() {
    return authorityId;
  }

  /** School that is counted. */
  public long schoolId() {
    return schoolId;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** The storage place that it is limited to, if it is. */
  public @Nullable String storage() {
    return storage;
  }

  /** The model that it is limited to, if it is. */
  public @Nullable Long modelId() {
    return modelId;
  }

  /** Whether a return at a desk of the school is a sighting. */
  public boolean countsReturns() {
    return countsReturns;
  }

  /** When it opened: what must be there is what was there then. */
  public Instant openedAt() {
    return openedAt;
  }

  /** Who opened it. */
  public String openedBy() {
    return openedBy;
  }

  /** When it was closed, if it was. */
  public @Nullable Instant closedAt() {
    return closedAt;
  }

  /** Who closed it. */
  public @Nullable String closedBy() {
    return closedBy;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
