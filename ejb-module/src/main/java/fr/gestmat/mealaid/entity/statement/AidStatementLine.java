package fr.gestmat.mealaid.entity.statement;

import fr.gestmat.mealaid.entity.AmountUnit;
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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a statement, kept. It is never changed: a draft's lines are taken out and put in. */
@Entity
@Table(name = "aid_statement_line")
public class AidStatementLine {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "aid_statement_line_seq")
  @SequenceGenerator(
      name = "aid_statement_line_seq",
      sequenceName = "aid_statement_line_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "statement_id")
  private long statementId;

  @Column(name = "position")
  private int position;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private LineKind kind;

  @Column(name = "term")
  private int term;

  @Column(name = "application_id")
  private @Nullable Long applicationId;

  @Column(name = "application_number")
  private @Nullable Long applicationNumber;

  @Column(name = "pupil_id")
  private @Nullable Long pupilId;

  @Column(name = "ine")
  private @Nullable String ine;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "class_name")
  private @Nullable String className;

  @Column(name = "boarding_status")
  private @Nullable String boardingStatus;

  @Column(name = "meals_a_week")
  private @Nullable Integer mealsAWeek;

  @Enumerated(EnumType.STRING)
  @Column(name = "unit")
  private @Nullable AmountUnit unit;

  @Column(name = "unit_amount")
  private @Nullable BigDecimal unitAmount;

  @Column(name = "rate")
  private @Nullable BigDecimal rate;

  @Column(name = "first_day")
  private @Nullable LocalDate firstDay;

  @Column(name = "last_day")
  private @Nullable LocalDate lastDay;

  @Column(name = "days")
  private int days;

  @Column(name = "term_days")
  private int termDays;

  @Column(name = "amount")
  private BigDecimal amount;

  @Enumerated(EnumType.STRING)
  @Column(name = "remark")
  private @Nullable LineRemark remark;

  @Enumerated(EnumType.STRING)
  @Column(name = "problem")
  private @Nullable LineProblem problem;

  @Column(name = "source_id")
  private @Nullable Long sourceId;

  /** For JPA. */
  protected AidStatementLine() {}

  /** A line at its place, counted from 1. */
  public AidStatementLine(long statementId, int position, StatedLine line) {
    this.publicId = UUID.randomUUID();
    this.statementId = statementId;
    this.position = position;
    this.kind = line.kind();
    this.term = line.term();
    StatedChild child = line.child();
    this.applicationId = child.applicationId();
    this.applicationNumber = child.applicationNumber();
    this.pupilId = child.pupilId();
    this.ine = child.ine();
    this.familyName = child.familyName();
    this.givenName = child.givenName();
    this.className = child.className();
    this.boardingStatus = child.boardingStatus();
    this.mealsAWeek = child.mealsAWeek();
    StatedAmount money = line.money();
    this.unit = money.unit();
    this.unitAmount = money.unitAmount();
    this.rate = money.rate();
    this.firstDay = money.firstDay();
    this.lastDay = money.lastDay();
    this.days = money.days();
    this.termDays = money.termDays();
    this.amount = money.amount();
    this.remark = money.remark();
    this.problem = line.problem();
    this.sourceId = line.sourceId();
  }

  /** The line as a value. */
  public StatedLine stated() {
    return new StatedLine(
        kind,
        term,
        new StatedChild(
            applicationId,
            applicationNumber,
            pupilId,
            ine,
            familyName,
            givenName,
            className,
            boardingStatus,
            mealsAWeek),
        new StatedAmount(unit, unitAmount, rate, firstDay, lastDay, days, termDays, amount, remark),
        problem,
        sourceId);
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** The statement that it stands in. */
  public long statementId() {
    return statementId;
  }

  /** Its place, counted from 1. */
  public int position() {
    return position;
  }
}
