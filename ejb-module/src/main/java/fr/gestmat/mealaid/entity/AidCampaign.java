package fr.gestmat.mealaid.entity;

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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A year of meal aid. Prepared by a manager, published once, then open between its days; what it
 * asks may still be corrected while it runs, its scales may not.
 */
@Entity
@Table(name = "aid_campaign")
public class AidCampaign {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_campaign_seq")
  @SequenceGenerator(
      name = "aid_campaign_seq",
      sequenceName = "aid_campaign_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "name")
  private String name;

  @Column(name = "school_year")
  private int schoolYear;

  @Column(name = "opens_on")
  private LocalDate opensOn;

  @Column(name = "full_effect_until")
  private LocalDate fullEffectUntil;

  @Column(name = "closes_on")
  private LocalDate closesOn;

  @Column(name = "income_year")
  private int incomeYear;

  @Column(name = "form_version")
  private int formVersion = 1;

  @Enumerated(EnumType.STRING)
  @Column(name = "without_income")
  private WithoutIncome withoutIncome = WithoutIncome.REFUSED;

  @Enumerated(EnumType.STRING)
  @Column(name = "two_households")
  private TwoHouseholds twoHouseholds = TwoHouseholds.APPLICANT;

  @Column(name = "co_parent_submits")
  private boolean coParentSubmits;

  @Column(name = "automatic_decision")
  private boolean automaticDecision;

  @Column(name = "read_receipt")
  private boolean readReceipt;

  @Column(name = "correction_days")
  private int correctionDays = 21;

  @Column(name = "appeal_days")
  private int appealDays = 60;

  @Column(name = "draft_grace_days")
  private int draftGraceDays;

  @Column(name = "documents_first")
  private boolean documentsFirst;

  @Column(name = "copied_from_id")
  private @Nullable Long copiedFromId;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  @Column(name = "published_by")
  private @Nullable String publishedBy;

  @ElementCollection
  @CollectionTable(name = "aid_term", joinColumns = @JoinColumn(name = "campaign_id"))
  private Set<Term> terms = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "aid_late_period", joinColumns = @JoinColumn(name = "campaign_id"))
  private Set<LatePeriod> latePeriods = new HashSet<>();

  @Version
  @Column(name = "version")
  private int version;

  /** What becomes of a family that gives no income. */
  public enum WithoutIncome {
    /** No aid. */
    REFUSED,
    /** The bracket of the highest incomes. */
    HIGHEST_BRACKET
  }

  /** How the scale counts a child who lives with both parents in turn; never two full aids. */
  public enum TwoHouseholds {
    /** The household that applied, alone. */
    APPLICANT,
    /** Half of what the scale gives to each. */
    HALF_EACH,
    /** The lower of the two. */
    LOWER
  }

  /** For JPA. */
  protected AidCampaign() {}

  /**
   * A campaign that is being prepared.
   *
   * @param schoolYear the year in which the school year begins
   */
  public AidCampaign(long authorityId, String name, int schoolYear, CampaignDays days) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.name = name;
    this.schoolYear = schoolYear;
    this.incomeYear = schoolYear - 1;
    plan(days);
  }

  /** Says when it runs; who filed already keeps the effect that was told. */
  public final void plan(CampaignDays days) {
    this.opensOn = days.opensOn();
    this.fullEffectUntil = days.fullEffectUntil();
    this.closesOn = days.closesOn();
    latePeriods.clear();
    latePeriods.addAll(days.latePeriods());
  }

  /** Says which terms the school year has. */
  public void divide(Collection<Term> into) {
    terms.clear();
    terms.addAll(into);
  }

  /**
   * Shows it to families.
   *
   * @throws IllegalStateException if it was published already
   */
  public void publish(Instant at, String by) {
    if (publishedAt != null) {
      throw new IllegalStateException("This campaign is published");
    }
    publishedAt = at;
    publishedBy = by;
  }

  /** Says what it is called and what it asks of incomes. */
  public void describe(String newName, int newIncomeYear, WithoutIncome unknown) {
    name = newName;
    incomeYear = newIncomeYear;
    withoutIncome = unknown;
  }

  /** Says how the scale counts a child who lives in two households. */
  public void share(TwoHouseholds how) {
    twoHouseholds = how;
  }

  /**
   * Says how applications are handled.
   *
   * @param coParent whether a parent who lives with the applicant may submit too
   * @param automatic whether what is proved is decided by itself
   * @param receipt whether decisions are read in the portal only
   */
  public void handle(boolean coParent, boolean automatic, boolean receipt) {
    coParentSubmits = coParent;
    automaticDecision = automatic;
    readReceipt = receipt;
  }

  /**
   * Says how long people have.
   *
   * @param correction days to answer a request for correction
   * @param appeal days to appeal against a decision
   */
  public void allow(int correction, int appeal) {
    correctionDays = correction;
    appealDays = appeal;
  }

  /**
   * Says how long a draft that was begun before the closing may still be sent after it.
   *
   * @param days 0 to 60
   */
  public void tolerate(int days) {
    draftGraceDays = days;
  }

  /**
   * Sets when mandatory documents must be there.
   *
   * @param first whether before a family sends; else they may arrive later
   */
  public void demand(boolean first) {
    documentsFirst = first;
  }

  /** Says which campaign it was copied from. */
  public void copiedFrom(long other) {
    copiedFromId = other;
  }

  /** A new version of the form; what was submitted stays on its own. */
  public void reviseForm() {
    formVersion++;
  }

  /** Its days. */
  public CampaignDays days() {
    return new CampaignDays(
        opensOn,
        fullEffectUntil,
        closesOn,
        latePeriods.stream().sorted(Comparator.comparing(LatePeriod::endsOn)).toList());
  }

  /** Its terms, in order. */
  public List<Term> terms() {
    return terms.stream().sorted(Comparator.comparingInt(Term::number)).toList();
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

  /** What people call it. */
  public String name() {
    return name;
  }

  /** The year in which the school year begins. */
  public int schoolYear() {
    return schoolYear;
  }

  /** Income year that tax notices must be of. */
  public int incomeYear() {
    return incomeYear;
  }

  /** Version of the form that is filled in now. */
  public int formVersion() {
    return formVersion;
  }

  /** What becomes of a family that gives no income. */
  public WithoutIncome withoutIncome() {
    return withoutIncome;
  }

  /** How the scale counts a child who lives in two households. */
  public TwoHouseholds twoHouseholds() {
    return twoHouseholds;
  }

  /** Whether a parent who lives with the applicant may submit too. */
  public boolean coParentSubmits() {
    return coParentSubmits;
  }

  /** Whether a family sends only with every mandatory document. */
  public boolean documentsFirst() {
    return documentsFirst;
  }

  /** Whether what is proved is decided by itself. */
  public boolean automaticDecision() {
    return automaticDecision;
  }

  /** Whether the mail says nothing of the decision, which is read in the portal. */
  public boolean readReceipt() {
    return readReceipt;
  }

  /** Days to answer a request for correction. */
  public int correctionDays() {
    return correctionDays;
  }

  /** Days to appeal against a decision. */
  public int appealDays() {
    return appealDays;
  }

  /** Days after closing in which a draft begun before may still be sent. */
  public int draftGraceDays() {
    return draftGraceDays;
  }

  /** The campaign that it was copied from, if it was. */
  public @Nullable Long copiedFromId() {
    return copiedFromId;
  }

  /** When it was shown to families, if it was. */
  public @Nullable Instant publishedAt() {
    return publishedAt;
  }

  /** Who did. */
  public @Nullable String publishedBy() {
    return publishedBy;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
