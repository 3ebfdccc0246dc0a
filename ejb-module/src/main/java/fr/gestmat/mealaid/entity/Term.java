package fr.gestmat.mealaid.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;

/** One of a campaign's three terms, which are not of one length. */
@Embeddable
public class Term {

  @Column(name = "number")
  private int number;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "meal_days")
  private int mealDays;

  /** For JPA. */
  protected Term() {}

  /**
   * A term.
   *
   * @param number 1 to 3
   * @param endsOn its last day
   * @param mealDays days on which the canteen serves a meal, 0 to 200
   */
  public Term(int number, LocalDate startsOn, LocalDate endsOn, int mealDays) {
    this.number = number;
    this.startsOn = startsOn;
    this.endsOn = endsOn;
    this.mealDays = mealDays;
  }

  /** 1 to 3. */
  public int number() {
    return number;
  }

  /** Its first day. */
  public LocalDate startsOn() {
    return startsOn;
  }

  /** Its last day. */
  public LocalDate endsOn() {
    return endsOn;
  }

  /** Days on which the canteen serves a meal, for who eats there every day. */
  public int mealDays() {
    return mealDays;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term that
        && number == that.number
        && mealDays == that.mealDays
        && startsOn.equals(that.startsOn)
        && endsOn.equals(that.endsOn);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, startsOn, endsOn, mealDays);
  }
}
