package fr.gestmat.mealaid.entity.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the code of a tax notice says, or that there is none that can be read. */
@Entity
@Table(name = "aid_tax_notice")
public class ReadNotice {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_tax_notice_seq")
  @SequenceGenerator(
      name = "aid_tax_notice_seq",
      sequenceName = "aid_tax_notice_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "document_id")
  private long documentId;

  @Column(name = "campaign_id")
  private long campaignId;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private Outcome outcome;

  @Column(name = "code")
  private @Nullable String code;

  @Column(name = "document_type")
  private @Nullable String documentType;

  @Column(name = "signed_by")
  private @Nullable String signedBy;

  @Column(name = "reference_income")
  private @Nullable BigDecimal referenceIncome;

  @Column(name = "shares")
  private @Nullable BigDecimal shares;

  @Column(name = "income_year")
  private @Nullable Integer incomeYear;

  @Column(name = "reference")
  private @Nullable String reference;

  @Column(name = "declarants")
  private @Nullable String declarants;

  @Column(name = "recovery_on")
  private @Nullable LocalDate recoveryOn;

  @Column(name = "address")
  private @Nullable String address;

  @Column(name = "use_key")
  private byte @Nullable [] useKey;

  @Column(name = "trust_version")
  private int trustVersion;

  @Column(name = "read_at")
  private Instant readAt;

  /** What reading gave. None of them refuses anything: without a code, a person looks. */
  public enum Outcome {
    /** No 2D-Doc was found on its first pages. */
    NO_CODE,
    /** One was found that does not hold what it should. */
    UNREADABLE,
    /** It is another paper: a "situation déclarative", an invoice. */
    NOT_A_NOTICE,
    /** A notice, signed by a certificate that the State's list vouches for. */
    AUTHENTIC,
    /** A notice whose signature is not its own: changed, or misread. */
    WRONG_SIGNATURE,
    /** A notice that nobody here can verify: its certificate was not brought in. */
    UNKNOWN_CERTIFICATE;

    /** Whether its figures were read. */
    public boolean hasFigures() {
      return this == AUTHENTIC || this == WRONG_SIGNATURE || this == UNKNOWN_CERTIFICATE;
    }
  }

  /**
   * The figures of a notice; what it does not say is empty, never 0.
   *
   * @param referenceIncome reference tax income, in euros
   * @param shares shares of the household
   * @param incomeYear year of the incomes
   * @param reference of the notice
   * @param declarants their names
   * @param recoveryOn date of recovery
   * @param address as printed
   */
  public record Figures(
      Optional<BigDecimal> referenceIncome,
      Optional<BigDecimal> shares,
      Optional<Integer> incomeYear,
      Optional<String> reference,
      List<String> declarants,
      Optional<LocalDate> recoveryOn,
      Optional<String> address) {

    /** Copies the names. */
    public Figures {
      declarants = List.copyOf(declarants);
    }
  }

  /** For JPA. */
  protected ReadNotice() {}

  /** A document that was read now, without figures yet. */
  public ReadNotice(AidDocument document, long campaignId, Outcome outcome, Instant now) {
    this.documentId = document.id();
    this.campaignId = campaignId;
    this.outcome = outcome;
    this.readAt = now;
  }

  /**
   * Keeps the code itself.
   *
   * @param text as read, at most 4000 characters
   * @param type document type
   * @param signer authority and certificate, {@code FR03/0001}
   */
  public void says(String text, String type, String signer) {
    code = text;
    documentType = type;
    signedBy = signer;
  }

  /**
   * Keeps its figures.
   *
   * @param key digest that two uses of one notice share
   */
  public void holds(Figures figures, Optional<byte[]> key) {
    referenceIncome = figures.referenceIncome().orElse(null);
    shares = figures.shares().orElse(null);
    incomeYear = figures.incomeYear().orElse(null);
    reference = figures.reference().orElse(null);
    declarants = String.join("\n", figures.declarants());
    recoveryOn = figures.recoveryOn().orElse(null);
    address = figures.address().map(a -> a.substring(0, Math.min(a.length(), 400))).orElse(null);
    useKey = key.orElse(null);
  }

  /**
   * Says of the signature what the certificates give.
   *
   * @param version of the trust that it is judged by
   */
  public void judged(Outcome found, int version) {
    outcome = found;
    trustVersion = version;
  }

  /** What reading gave. */
  public Outcome outcome() {
    return outcome;
  }

  /** The document. */
  public long documentId() {
    return documentId;
  }

  /** The code as it was read. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** Its figures. */
  public Figures figures() {
    return new Figures(
        Optional.ofNullable(referenceIncome),
        Optional.ofNullable(shares),
        Optional.ofNullable(incomeYear),
        Optional.ofNullable(reference),
        declarants == null || declarants.isEmpty()
            ? List.of()
            : List.of(declarants.split("\n", -1)),
        Optional.ofNullable(recoveryOn),
        Optional.ofNullable(address));
  }

  /** When it was read. */
  public Instant readAt() {
    return readAt;
  }

  /** Digest that two uses of one notice share. */
  public Optional<byte[]> useKey() {
    return Optional.ofNullable(useKey).map(byte[]::clone);
  }
}
