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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision on an application, with what it was computed from. It never changes; when the
 * application is reopened it stands no more.
 */
@Entity
@Table(name = "aid_decision")
public class AidDecision {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_decision_seq")
  @SequenceGenerator(
      name = "aid_decision_seq",
      sequenceName = "aid_decision_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "campaign_id")
  private long campaignId;

  @Column(name = "application_id")
  private long applicationId;

  @Column(name = "number")
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private Outcome outcome;

  @Column(name = "scale_id")
  private @Nullable Long scaleId;

  @Column(name = "inputs")
  private String inputs;

  @Column(name = "rate")
  private @Nullable BigDecimal rate;

  @Column(name = "amount")
  private @Nullable BigDecimal amount;

  @Enumerated(EnumType.STRING)
  @Column(name = "unit")
  private @Nullable AmountUnit unit;

  @Column(name = "effective_on")
  private @Nullable LocalDate effectiveOn;

  @Column(name = "reason_codes")
  private @Nullable String reasonCodes;

  @Column(name = "reason")
  private @Nullable String reason;

  @Column(name = "automatic")
  private boolean automatic;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by_account")
  private @Nullable Long decidedByAccount;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "superseded_at")
  private @Nullable Instant supersededAt;

  @ElementCollection
  @CollectionTable(name = "aid_decision_term", joinColumns = @JoinColumn(name = "decision_id"))
  private Set<DecisionTerm> terms = new HashSet<>();

  /** What was decided. */
  public enum Outcome {
    /** The aid is given. */
    GRANTED,
    /** It is not; a reason is owed. */
    REFUSED,
    /** No follow-up. */
    CLOSED
  }

  /** For JPA. */
  protected AidDecision() {}

  /**
   * A decision, taken now.
   *
   * @param number 1 for the application's first
   * @param inputs what it was computed from, as JSON
   * @param account who decided; null for a decision by itself
   */
  public AidDecision(
      AidApplication application,
      int number,
      Outcome outcome,
      String inputs,
      @Nullable Long account,
      String decidedBy,
      Instant now) {
    this.publicId = UUID.randomUUID();
    this.authorityId = application.authorityId();
    this.campaignId = application.campaignId();
    this.applicationId = application.id();
    this.number = number;
    this.outcome = outcome;
    this.inputs = inputs;
    this.decidedByAccount = account;
    this.automatic = account == null;
    this.decidedBy = decidedBy;
    this.decidedAt = now;
  }

  /**
   * Says what is given.
   *
   * @param scale version of the scale
   * @param share part of the price in percent, if the scale gives one
   * @param euros amount in euros of the unit, if the scale gives one
   * @param from first day of the effect
   */
  public void give(
      long scale,
      @Nullable BigDecimal share,
      @Nullable BigDecimal euros,
      AmountUnit of,
      LocalDate from,
      Collection<DecisionTerm> inTerms) {
    scaleId = scale;
    rate = share;
    amount = euros;
    unit = of;
    effectiveOn = from;
    terms.addAll(inTerms);
  }

  /** Says what is paid although nothing is given from now on: what a change of situation keeps. */
  public void keep(Collection<DecisionTerm> inTerms) {
    terms.addAll(inTerms);
  }

  /** Says why: codes of rules for statistics, and the sentence that the family reads. */
  public void because(Collection<String> codes, String sentence) {
    reasonCodes = String.join(",", codes);
    reason = sentence;
  }

  /** It stands no more, from now on. */
  public void supersede(Instant at) {
    supersededAt = at;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that decided. */
  public long authorityId() {
    return authorityId;
  }

  /** Campaign. */
  public long campaignId() {
    return campaignId;
  }

  /** Application. */
  public long applicationId() {
    return applicationId;
  }

  /** 1 for the application's first. */
  public int number() {
    return number;
  }

  /** What was decided. */
  public Outcome outcome() {
    return outcome;
  }

  /** Version of the scale, if one decided. */
  public @Nullable Long scaleId() {
    return scaleId;
  }

  /** What it was computed from, as JSON. */
  public String inputs() {
    return inputs;
  }

  /** Part of the price in percent, if the scale gives one. */
  public @Nullable BigDecimal rate() {
    return rate;
  }

  /** Amount in euros of the unit, if the scale gives one. */
  public @Nullable BigDecimal amount() {
    return amount;
  }

  /** What the amount is for. */
  public @Nullable AmountUnit unit() {
    return unit;
  }

  /** First day of its effect. */
  public @Nullable LocalDate effectiveOn() {
    return effectiveOn;
  }

  /** Codes of the rules that refused, for statistics. */
  public List<String> reasonCodes() {
    return reasonCodes == null || reasonCodes.isEmpty()
        ? List.of()
        : Arrays.asList(reasonCodes.split(",", -1));
  }

  /** The sentence that the family reads. */
  public @Nullable String reason() {
    return reason;
  }

  /** Whether nobody but the rules decided. */
  public boolean automatic() {
    return automatic;
  }

  /** When. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Account that decided. */
  public @Nullable Long decidedByAccount() {
    return decidedByAccount;
  }

  /** Who, for people. */
  public String decidedBy() {
    return decidedBy;
  }

  /** When it ceased to stand, if it did. */
  public @Nullable Instant supersededAt() {
    return supersededAt;
  }

  /** What it gives in each term, in order. */
  public List<DecisionTerm> terms() {
    return terms.stream().sorted(Comparator.comparingInt(DecisionTerm::term)).toList();
  }
}
