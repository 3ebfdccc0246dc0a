package fr.gestmat.mealaid.entity.scale;

import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AmountUnit;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a campaign's scale. It never changes, and the database would not let it: a
 * correction is another version, which replaces all of its brackets from a day on.
 */
@Entity
@Table(name = "aid_scale")
public class ScaleVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_scale_seq")
  @SequenceGenerator(name = "aid_scale_seq", sequenceName = "aid_scale_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "campaign_id")
  private long campaignId;

  @Column(name = "number")
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private ScaleKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "unit")
  private AmountUnit unit;

  @Enumerated(EnumType.STRING)
  @Column(name = "bound_style")
  private BoundStyle style;

  @Column(name = "monthly")
  private boolean monthly;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "confirmed")
  private String confirmed;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by_account")
  private @Nullable Long publishedByAccount;

  @Column(name = "published_by")
  private String publishedBy;

  @ElementCollection
  @CollectionTable(name = "aid_bracket", joinColumns = @JoinColumn(name = "scale_id"))
  @OrderBy("position")
  private List<BracketRow> brackets = new ArrayList<>();

  /** For JPA. */
  protected ScaleVersion() {}

  /**
   * A version that is published now.
   *
   * @param draft what it says
   * @param number 1 for the campaign's first
   * @param rows its brackets, in order
   * @param confirmed what a person confirmed, as a JSON array of keys
   * @throws IllegalStateException if the draft has no start date
   */
  public ScaleVersion(
      AidCampaign campaign,
      ScaleDraft draft,
      int number,
      List<BracketRow> rows,
      String confirmed,
      long account,
      String by,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = campaign.authorityId();
    this.campaignId = campaign.id();
    this.number = number;
    this.kind = draft.kind();
    this.unit = draft.unit();
    this.style = draft.style();
    this.monthly = draft.monthly();
    LocalDate start = draft.startsOn();
    if (start == null) {
      throw new IllegalStateException("A published scale has a start date");
    }
    this.startsOn = start;
    this.confirmed = confirmed;
    this.publishedAt = now;
    this.publishedByAccount = account;
    this.publishedBy = by;
    this.brackets.addAll(rows);
  }

  /** Database id, which decisions keep. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that published it. */
  public long authorityId() {
    return authorityId;
  }

  /** Campaign that it is of. */
  public long campaignId() {
    return campaignId;
  }

  /** 1 for the campaign's first. */
  public int number() {
    return number;
  }

  /** The figure that it looks at. */
  public ScaleKind kind() {
    return kind;
  }

  /** The unit of what it gives for one child. */
  public AmountUnit unit() {
    return unit;
  }

  /** Which bounds belong to their bracket. */
  public BoundStyle style() {
    return style;
  }

  /** Whether bounds of a tax income are for a month. */
  public boolean monthly() {
    return monthly;
  }

  /** The day from which all of it holds. */
  public LocalDate startsOn() {
    return startsOn;
  }

  /** What was confirmed, as a JSON array of keys. */
  public String confirmed() {
    return confirmed;
  }

  /** When it was published. */
  public Instant publishedAt() {
    return publishedAt;
  }

  /** Who published it. */
  public String publishedBy() {
    return publishedBy;
  }

  /** Its brackets, in order. */
  public List<BracketRow> brackets() {
    return List.copyOf(brackets);
  }
}
