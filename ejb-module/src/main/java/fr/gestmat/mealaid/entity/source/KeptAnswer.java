package fr.gestmat.mealaid.entity.source;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an answer: the value and what proves it. Neither the family's address nor its
 * other members are.
 */
@Embeddable
public class KeptAnswer {

  @Enumerated(EnumType.STRING)
  @Column(name = "provider")
  private @Nullable Provider provider;

  @Column(name = "api_version")
  private @Nullable Integer apiVersion;

  @Column(name = "quotient")
  private @Nullable BigDecimal quotient;

  @Column(name = "quotient_month")
  private @Nullable LocalDate quotientMonth;

  @Column(name = "computed_month")
  private @Nullable LocalDate computedMonth;

  @Enumerated(EnumType.STRING)
  @Column(name = "child_found")
  private @Nullable ChildFound childFound;

  @Enumerated(EnumType.STRING)
  @Column(name = "scholarship")
  private @Nullable ScholarshipStatus scholarship;

  @Column(name = "scholarship_level")
  private @Nullable Integer scholarshipLevel;

  @Enumerated(EnumType.STRING)
  @Column(name = "boarding")
  private @Nullable MinistryBoarding boarding;

  @Column(name = "enrolled")
  private @Nullable Boolean enrolled;

  @Column(name = "school_uai")
  private @Nullable String schoolUai;

  @Column(name = "proof_link")
  private @Nullable String proofLink;

  @Column(name = "proof_code")
  private @Nullable String proofCode;

  /** Nothing yet; also for JPA. */
  public KeptAnswer() {}

  /**
   * A family quotient.
   *
   * @param value euros, above 0
   * @param month that it is for
   * @param computed month in which it was worked out, if said
   * @param child whether the child of the application is on the account
   * @param from CNAF or MSA
   * @param version of the service that answered
   */
  public static KeptAnswer quotient(
      BigDecimal value,
      YearMonth month,
      Optional<YearMonth> computed,
      ChildFound child,
      Provider from,
      int version) {
    KeptAnswer kept = new KeptAnswer();
    kept.quotient = value;
    kept.quotientMonth = month.atDay(1);
    kept.computedMonth = computed.map(when -> when.atDay(1)).orElse(null);
    kept.childFound = child;
    kept.provider = from;
    kept.apiVersion = version;
    return kept;
  }

  /**
   * A pupil's standing at the ministry.
   *
   * @param status whether there is a scholarship
   * @param level its échelon, 1 to 6
   * @param regime if said
   * @param isEnrolled this year
   * @param uai the school, if said
   * @param version of the service that answered
   */
  public static KeptAnswer scholarship(
      ScholarshipStatus status,
      Optional<Integer> level,
      Optional<MinistryBoarding> regime,
      boolean isEnrolled,
      Optional<String> uai,
      int version) {
    KeptAnswer kept = new KeptAnswer();
    kept.scholarship = status;
    kept.scholarshipLevel = level.orElse(null);
    kept.boarding = regime.orElse(null);
    kept.enrolled = isEnrolled;
    kept.schoolUai = uai.orElse(null);
    kept.provider = Provider.MEN;
    kept.apiVersion = version;
    return kept;
  }

  /** The same with what proves it: a page, and the code to compare with that page's. */
  public KeptAnswer proved(String link, String code) {
    proofLink = link;
    proofCode = code;
    return this;
  }

  /** Whose file the value comes from. */
  public Optional<Provider> provider() {
    return Optional.ofNullable(provider);
  }

  /** Version of the service that answered. */
  public Optional<Integer> apiVersion() {
    return Optional.ofNullable(apiVersion);
  }

  /** The family quotient in euros, if that was asked and found. */
  public Optional<BigDecimal> quotient() {
    return Optional.ofNullable(quotient);
  }

  /** The month that it is for. */
  public Optional<YearMonth> quotientMonth() {
    return Optional.ofNullable(quotientMonth).map(YearMonth::from);
  }

  /** The month in which it was worked out. */
  public Optional<YearMonth> computedMonth() {
    return Optional.ofNullable(computedMonth).map(YearMonth::from);
  }

  /** Whether the child is on the account. */
  public Optional<ChildFound> childFound() {
    return Optional.ofNullable(childFound);
  }

  /** Whether there is a scholarship, if that was asked and answered. */
  public Optional<ScholarshipStatus> scholarship() {
    return Optional.ofNullable(scholarship);
  }

  /** Its échelon, 1 to 6. */
  public Optional<Integer> scholarshipLevel() {
    return Optional.ofNullable(scholarshipLevel);
  }

  /** The régime that the ministry knows. */
  public Optional<MinistryBoarding> boarding() {
    return Optional.ofNullable(boarding);
  }

  /** Whether the ministry knows an enrolment. */
  public Optional<Boolean> enrolled() {
    return Optional.ofNullable(enrolled);
  }

  /** The school that the ministry knows. */
  public Optional<String> schoolUai() {
    return Optional.ofNullable(schoolUai);
  }

  /** Page that proves the value. */
  public Optional<String> proofLink() {
    return Optional.ofNullable(proofLink);
  }

  /** Code to compare with that page's. */
  public Optional<String> proofCode() {
    return Optional.ofNullable(proofCode);
  }
}
