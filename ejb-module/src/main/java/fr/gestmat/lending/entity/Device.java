package fr.gestmat.lending.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A device of an authority, from its delivery to its withdrawal. Moves only through {@link
 * DeviceState}.
 */
@Entity
@Table(name = "device")
public class Device extends DescribedDevice {

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private DeviceState state;

  @Column(name = "state_reason")
  private @Nullable String stateReason;

  @Column(name = "open_loan_id")
  private @Nullable Long openLoanId;

  @Column(name = "home_school_id")
  private long homeSchoolId;

  @Column(name = "place_school_id")
  private long placeSchoolId;

  @Column(name = "default_storage")
  private @Nullable String defaultStorage;

  @Column(name = "emergency")
  private boolean emergency;

  @Column(name = "storage")
  private @Nullable String storage;

  @Enumerated(EnumType.STRING)
  @Column(name = "condition_grade")
  private ConditionGrade conditionGrade;

  @Embedded private @Nullable Transit transit;

  @Column(name = "police_report")
  private @Nullable String policeReport;

  @Column(name = "police_report_on")
  private @Nullable LocalDate policeReportOn;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "last_seen_at"))
  @AttributeOverride(name = "schoolId", column = @Column(name = "last_seen_school_id"))
  @AttributeOverride(name = "agent", column = @Column(name = "last_seen_by"))
  private @Nullable Sighting lastSeen;

  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "last_returned_at"))
  @AttributeOverride(name = "schoolId", column = @Column(name = "last_returned_school_id"))
  @AttributeOverride(name = "agent", column = @Column(name = "last_returned_by"))
  private @Nullable Sighting lastReturned;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected Device() {}

  /**
   * A device of {@code model}'s authority, new, that belongs to {@code schoolId} and is there:
   * {@code EXPECTED} or {@code IN_STOCK}. Tag and serial number are in the normal form of a code.
   */
  public Device(
      DeviceModel model,
      String assetTag,
      @Nullable String serial,
      long schoolId,
      DeviceState state,
      Instant createdAt) {
    super(model, assetTag, serial, createdAt);
    this.homeSchoolId = schoolId;
    this.placeSchoolId = schoolId;
    this.state = state;
    this.conditionGrade = ConditionGrade.NEW;
  }

  /** Something happened to it: the one way to another state. */
  public void move(DeviceEvent event) {
    state = state.after(event);
    if (state != DeviceState.IN_TRANSIT) {
      transit = null;
    }
    if (state != DeviceState.ON_LOAN && state != DeviceState.LOST) {
      openLoanId = null;
    }
  }

  /** Handed over: {@code loan} holds it from now on. */
  public void lend(Loan loan) {
    move(DeviceEvent.LENT);
    openLoanId = loan.id();
    storage = null;
  }

  /** Stays in a pupil's hands under another loan: two pupils had swapped devices. */
  public void passOn(Loan loan) {
    if (state != DeviceState.ON_LOAN) {
      throw new IllegalStateException("A device " + state + " cannot pass to another loan");
    }
    openLoanId = loan.id();
  }

  /** Sets off to {@code school} by an event that leads to {@link DeviceState#IN_TRANSIT}. */
  public void send(DeviceEvent event, long school, Instant at) {
    move(event);
    transit = new Transit(placeSchoolId, school, at);
  }

  /** Sets off to {@code school} for good: belongs to it from now on. */
  public void give(long school, Instant at) {
    send(DeviceEvent.SENT, school, at);
    transit = new Transit(placeSchoolId, school, at).of(homeSchoolId);
    homeSchoolId = school;
  }

  /** Sets off to {@code school} with others, on the slip of a transfer. */
  public void send(long school, Instant at, long transfer) {
    send(DeviceEvent.SENT, school, at);
    transit = new Transit(placeSchoolId, school, at).on(transfer);
  }

  /** Was before somebody's eyes. A device on its way goes on from that place (L037). */
  public void see(Sighting sighting) {
    lastSeen = sighting;
    if (sighting.schoolId() != null) {
      placeSchoolId = sighting.schoolId();
    }
  }

  /** Came back from a loan: what a second scan within the hour is told (L014). */
  public void cameBack(Sighting sighting) {
    lastReturned = sighting;
  }

  /** Its condition was looked at. */
  public void grade(ConditionGrade grade) {
    conditionGrade = grade;
  }

  /** Put in a storage place of the school where it is; null at home for its usual one (L007). */
  public void store(@Nullable String place) {
    storage = place == null && placeSchoolId == homeSchoolId ? defaultStorage : place;
  }

  /** Puts everything back as it was: the one change of state that is no event. */
  public void restore(DeviceMemento before) {
    state = before.state();
    stateReason = before.stateReason();
    openLoanId = before.openLoanId();
    if (before.homeSchoolId() != null) {
      homeSchoolId = before.homeSchoolId();
    }
    placeSchoolId = before.placeSchoolId();
    storage = before.storage();
    conditionGrade = before.grade();
    transit = before.transit();
    lastSeen = before.lastSeen();
    lastReturned = before.lastReturned();
  }

  /** Says why it stands where it stands; null when there is nothing to say. */
  public void explain(@Nullable String reason) {
    stateReason = reason;
  }

  /** Keeps the police report of its theft, also after it was found; null if there never was one. */
  public void keepPoliceReport(@Nullable String number, @Nullable LocalDate on) {
    policeReport = number;
    policeReportOn = on;
  }

  /** Belongs to another school from now on, wherever it is. */
  public void belongTo(long schoolId) {
    homeSchoolId = schoolId;
  }

  /** Puts it into the emergency stock, or back among the others. */
  public void keepForEmergencies(boolean only) {
    emergency = only;
  }

  /** Whether it is lent only to a pupil to whom an incident gives a new device. */
  public boolean isForEmergencies() {
    return emergency;
  }

  /** Is stored there as a rule; null when there is no rule. */
  public void storeAsRule(@Nullable String place) {
    if (storage == null || storage.equals(defaultStorage)) {
      storage = place;
    }
    defaultStorage = place;
  }

  /** Where it stands in its life. */
  public DeviceState state() {
    return state;
  }

  /** Why it is there, in somebody's words. */
  public @Nullable String stateReason() {
    return stateReason;
  }

  /** The loan that holds it, if one does. */
  public @Nullable Long openLoanId() {
    return openLoanId;
  }

  /** School that it belongs to. */
  public long homeSchoolId() {
    return homeSchoolId;
  }

  /** School where it is, or was last known to be. */
  public long placeSchoolId() {
    return placeSchoolId;
  }

  /** Where it is stored at home. */
  public @Nullable String defaultStorage() {
    return defaultStorage;
  }

  /** Where it is stored now. */
  public @Nullable String storage() {
    return storage;
  }

  /** Condition when last seen. */
  public ConditionGrade conditionGrade() {
    return conditionGrade;
  }

  /** Its way, while in transit. */
  public @Nullable Transit transit() {
    return transit;
  }

  /** Number of the police report after a theft. */
  public @Nullable String policeReport() {
    return policeReport;
  }

  /** Date of that report. */
  public @Nullable LocalDate policeReportOn() {
    return policeReportOn;
  }

  /** Last scan, by the real clock. */
  public @Nullable Sighting lastSeen() {
    return lastSeen;
  }

  /** Last return from a loan. */
  public @Nullable Sighting lastReturned() {
    return lastReturned;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
