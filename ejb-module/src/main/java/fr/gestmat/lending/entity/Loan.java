package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device in the hands of a pupil, from check-out to check-in. Moves only through {@link
 * LoanState}.
 */
@Entity
@Table(name = "loan")
@NamedQuery(
    name = Loan.HOLDING,
    query =
        """
        select l, p.publicId, p.school.id, p.familyName, p.givenName, p.status, c.name,
          p.birthDate, a.id, a.pupilSignedAt, a.guardianSignedAt,
          (select count(o) from Loan o where o.agreementId = l.agreementId
            and o.state <> fr.gestmat.lending.entity.LoanState.CLOSED)
        from Loan l join Pupil p on p.id = l.pupilId left join p.schoolClass c
        left join LoanAgreement a on a.id = l.agreementId and a.state = 'ACTIVE'
        where l.holdingDeviceId = :device
        """)
public class Loan {

  /**
   * The loan that holds a {@code :device}, whatever the device says, who has it and under which
   * agreement: one statement.
   */
  public static final String HOLDING = "Loan.holding";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "loan_seq")
  @SequenceGenerator(name = "loan_seq", sequenceName = "loan_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "device_id")
  private long deviceId;

  @Column(name = "pupil_id")
  private long pupilId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "category")
  private String category;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private LoanState state;

  @Column(name = "checked_out_at")
  private Instant checkedOutAt;

  @Column(name = "checked_out_by")
  private String checkedOutBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "checked_out_grade")
  private @Nullable ConditionGrade checkedOutGrade;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

  @Column(name = "to_return_since")
  private @Nullable LocalDate toReturnSince;

  @Column(name = "returned_at")
  private @Nullable Instant returnedAt;

  @Column(name = "recorded_return_at")
  private @Nullable Instant recordedReturnAt;

  @Column(name = "returned_school_id")
  private @Nullable Long returnedSchoolId;

  @Column(name = "returned_by")
  private @Nullable String returnedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "returned_grade")
  private @Nullable ConditionGrade returnedGrade;

  @Column(name = "returned_place")
  private @Nullable String returnedPlace;

  @Column(name = "agreement_id")
  private @Nullable Long agreementId;

  @Column(name = "closing_reason")
  private @Nullable String closingReason;

  /**
   * Kept by the database: the device as long as the loan is not closed, found by a unique index.
   */
  @Column(name = "holding_device_id", insertable = false, updatable = false)
  private @Nullable Long holdingDeviceId;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected Loan() {}

  /**
   * A loan that begins now.
   *
   * @param device the device
   * @param category the category of its model
   * @param pupilId who takes it
   * @param schoolId school that hands it over
   * @param handedOver when and by whom
   * @param grade condition at hand-over, if the agent said it
   * @param dueOn last day to bring it back; null for the whole schooling
   */
  public Loan(
      Device device,
      String category,
      long pupilId,
      long schoolId,
      Sighting handedOver,
      @Nullable ConditionGrade grade,
      @Nullable LocalDate dueOn) {
    this.publicId = UUID.randomUUID();
    this.authorityId = device.authorityId();
    this.deviceId = device.id();
    this.category = category;
    this.pupilId = pupilId;
    this.schoolId = schoolId;
    this.state = LoanState.OPEN;
    this.checkedOutAt = handedOver.at();
    this.checkedOutBy = String.valueOf(handedOver.agent());
    this.checkedOutGrade = grade;
    this.dueOn = dueOn;
  }

  /** Lent under an agreement; before it is stored. */
  public void under(long agreement) {
    agreementId = agreement;
  }

  /** Something happened to it that leaves it open: declared lost, claimed returned. */
  public void move(LoanEvent event) {
    state = state.after(event);
  }

  /** The device came back, or never will: the loan is over. */
  public void close(LoanEvent event, LoanReturn end) {
    move(event);
    closingReason = event.name();
    returnedAt = end.at();
    recordedReturnAt = end.recorded().at();
    returnedSchoolId = end.recorded().schoolId();
    returnedBy = end.recorded().agent();
    returnedGrade = end.grade();
    returnedPlace = end.place();
  }

  /** Lent for longer (L050). */
  public void extendTo(@Nullable LocalDate newDueOn) {
    move(LoanEvent.EXTENDED);
    dueOn = newDueOn;
  }

  /** The pupil left, or moved where the loan does not follow: it comes back at once. */
  public void mustReturn(LocalDate since) {
    toReturnSince = since;
  }

  /** The pupil is there again: the due date alone counts. */
  public void mayStay() {
    toReturnSince = null;
  }

  /** Puts everything back as it was before a scan: the one change of state that is no event. */
  public void restore(LoanMemento before) {
    state = before.state();
    dueOn = before.dueOn();
    closingReason = null;
    returnedAt = null;
    recordedReturnAt = null;
    returnedSchoolId = null;
    returnedBy = null;
    returnedGrade = null;
    returnedPlace = null;
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

  /** Device that is lent. */
  public long deviceId() {
    return deviceId;
  }

  /** Pupil who holds it. */
  public long pupilId() {
    return pupilId;
  }

  /** School that issued it. */
  public long schoolId() {
    return schoolId;
  }

  /** Category of the device when it was lent. */
  public String category() {
    return category;
  }

  /** Where the loan stands. */
  public LoanState state() {
    return state;
  }

  /** When it was handed over. */
  public Instant checkedOutAt() {
    return checkedOutAt;
  }

  /** Who handed it over. */
  public String checkedOutBy() {
    return checkedOutBy;
  }

  /** Condition at hand-over. */
  public @Nullable ConditionGrade checkedOutGrade() {
    return checkedOutGrade;
  }

  /** Last day to bring it back; null for the whole schooling. */
  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  /** Since when it must come back because the pupil left or moved. */
  public @Nullable LocalDate toReturnSince() {
    return toReturnSince;
  }

  /** When it came back; may be back-dated. */
  public @Nullable Instant returnedAt() {
    return returnedAt;
  }

  /** When the return was recorded, by the real clock. */
  public @Nullable Instant recordedReturnAt() {
    return recordedReturnAt;
  }

  /** School where it came back. */
  public @Nullable Long returnedSchoolId() {
    return returnedSchoolId;
  }

  /** Who took it back. */
  public @Nullable String returnedBy() {
    return returnedBy;
  }

  /** Condition at return. */
  public @Nullable ConditionGrade returnedGrade() {
    return returnedGrade;
  }

  /** Storage place chosen at return. */
  public @Nullable String returnedPlace() {
    return returnedPlace;
  }

  /** The agreement that it was made under, if there was one. */
  public @Nullable Long agreementId() {
    return agreementId;
  }

  /** Why it was closed. */
  public @Nullable String closingReason() {
    return closingReason;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
