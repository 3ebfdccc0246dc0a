package fr.gestmat.mealaid.entity.scale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a published scale, as it is kept. */
@Embeddable
public class BracketRow {

  @Column(name = "position")
  private int position;

  @Column(name = "label")
  private String label;

  @Column(name = "children")
  private @Nullable Integer children;

  @Column(name = "from_amount")
  private @Nullable BigDecimal from;

  @Column(name = "up_to")
  private @Nullable BigDecimal upTo;

  @Enumerated(EnumType.STRING)
  @Column(name = "condition_kind")
  private ConditionKind conditionKind;

  @Column(name = "condition_number")
  private int conditionNumber;

  @Column(name = "value")
  private @Nullable BigDecimal value;

  @Column(name = "percent")
  private @Nullable BigDecimal percent;

  @Column(name = "least")
  private @Nullable BigDecimal least;

  @Column(name = "most")
  private @Nullable BigDecimal most;

  /** For JPA. */
  protected BracketRow() {}

  /**
   * A line.
   *
   * @param position from 0
   * @param children the number of children that it is for; null for any
   * @param from lower bound in euros; null from 0
   * @param upTo upper bound in euros; null without limit
   */
  public BracketRow(
      int position,
      String label,
      @Nullable Integer children,
      @Nullable BigDecimal from,
      @Nullable BigDecimal upTo,
      ConditionKind conditionKind,
      int conditionNumber) {
    this.position = position;
    this.label = label;
    this.children = children;
    this.from = from;
    this.upTo = upTo;
    this.conditionKind = conditionKind;
    this.conditionNumber = conditionNumber;
  }

  /** This line, which gives a fixed value for one child. */
  public BracketRow giving(BigDecimal fixed) {
    value = fixed;
    return this;
  }

  /** This line, which gives a percentage of the figure between two bounds. */
  public BracketRow giving(BigDecimal share, BigDecimal atLeast, BigDecimal atMost) {
    percent = share;
    least = atLeast;
    most = atMost;
    return this;
  }

  /** Its place, from 0. */
  public int position() {
    return position;
  }

  /** Its name; may be empty. */
  public String label() {
    return label;
  }

  /** The number of children that it is for; null for any. */
  public @Nullable Integer children() {
    return children;
  }

  /** Lower bound in euros; null from 0. */
  public @Nullable BigDecimal from() {
    return from;
  }

  /** Upper bound in euros; null without limit. */
  public @Nullable BigDecimal upTo() {
    return upTo;
  }

  /** Its condition. */
  public ConditionKind conditionKind() {
    return conditionKind;
  }

  /** The number of its condition; 0 for none. */
  public int conditionNumber() {
    return conditionNumber;
  }

  /** The fixed value; null if it is a percentage. */
  public @Nullable BigDecimal value() {
    return value;
  }

  /** The percentage; null if the value is fixed. */
  public @Nullable BigDecimal percent() {
    return percent;
  }

  /** The least that the percentage gives. */
  public @Nullable BigDecimal least() {
    return least;
  }

  /** The most that the percentage gives. */
  public @Nullable BigDecimal most() {
    return most;
  }
}
