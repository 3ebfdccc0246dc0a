package fr.gestmat.lending.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The condition of a device (état des lieux) at one end of a loan. There is one for the hand-over
 * and one for the return; who looks closer later says it in the same one, and the journal keeps
 * what was said before.
 */
@Entity
@Table(name = "condition_report")
public class ConditionReport {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "condition_report_seq")
  @SequenceGenerator(
      name = "condition_report_seq",
      sequenceName = "condition_report_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "device_id")
  private long deviceId;

  @Column(name = "loan_id")
  private long loanId;

  @Enumerated(EnumType.STRING)
  @Column(name = "step")
  private KitStep step;

  @Enumerated(EnumType.STRING)
  @Column(name = "grade")
  private ConditionGrade grade;

  @Column(name = "note")
  private String note = "";

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  @OneToMany(mappedBy = "report", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("id")
  private List<ConditionMark> marks = new ArrayList<>();

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected ConditionReport() {}

  /** A report of one end of a loan. */
  public ConditionReport(Loan loan, KitStep step, ConditionGrade grade, Instant at, String by) {
    this.publicId = UUID.randomUUID();
    this.authorityId = loan.authorityId();
    this.schoolId = loan.schoolId();
    this.deviceId = loan.deviceId();
    this.loanId = loan.id();
    this.step = step;
    this.grade = grade;
    this.recordedAt = at;
    this.recordedBy = by;
  }

  /** Says all of it anew. */
  public void say(
      ConditionGrade newGrade,
      String newNote,
      List<ConditionMark> newMarks,
      Instant at,
      String by) {
    grade = newGrade;
    note = newNote;
    marks.clear();
    newMarks.forEach(
        mark -> {
          mark.belongTo(this);
          marks.add(mark);
        });
    recordedAt = at;
    recordedBy = by;
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Loan whose device it is about. */
  public long loanId() {
    return loanId;
  }

  /** Which end of it. */
  public KitStep step() {
    return step;
  }

  /** Condition of the device then. */
  public ConditionGrade grade() {
    return grade;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
