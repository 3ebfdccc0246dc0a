package fr.gestmat.mealaid.entity.scale;

import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AmountUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a campaign's scale while it is written: at most one for each campaign. It
 * keeps what was typed, also what can't be read yet; publishing makes a {@link ScaleVersion} of it.
 */
@Entity
@Table(name = "aid_scale_draft")
public class ScaleDraft {

  @Id
  @Column(name = "campaign_id")
  private long campaignId;

  @Column(name = "authority_id")
  private long authorityId;

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
  private @Nullable LocalDate startsOn;

  @Column(name = "brackets")
  private String brackets = "[]";

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected ScaleDraft() {}

  /** An empty draft of a campaign: rates by family quotient. */
  public ScaleDraft(AidCampaign campaign, String by, Instant now) {
    this.campaignId = campaign.id();
    this.authorityId = campaign.authorityId();
    this.kind = ScaleKind.FAMILY_QUOTIENT;
    this.unit = AmountUnit.RATE;
    this.style = BoundStyle.UPPER_INCLUDED;
    this.changedAt = now;
    this.changedBy = by;
  }

  /** Says what the scale looks at and gives. */
  public void describe(ScaleKind figure, AmountUnit gives, BoundStyle bounds, boolean byMonth) {
    kind = figure;
    unit = gives;
    style = bounds;
    monthly = byMonth;
  }

  /** Says from which day it holds; null as long as nobody knows. */
  public void start(@Nullable LocalDate day) {
    startsOn = day;
  }

  /** Keeps the lines as they were typed. */
  public void write(String json, String by, Instant now) {
    brackets = json;
    changedBy = by;
    changedAt = now;
  }

  /** Campaign that it is of. */
  public long campaignId() {
    return campaignId;
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

  /** The day from which all of it holds; null if nobody said. */
  public @Nullable LocalDate startsOn() {
    return startsOn;
  }

  /** The lines as they were typed, as a JSON array. */
  public String brackets() {
    return brackets;
  }

  /** When somebody wrote it last. */
  public Instant changedAt() {
    return changedAt;
  }

  /** Who did. */
  public String changedBy() {
    return changedBy;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
