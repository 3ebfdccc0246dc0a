package fr.gestmat.mealaid.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a decision gives in one term, for one child. */
@Embeddable
public class DecisionTerm {

  @Column(name = "term")
  private int term;

  @Column(name = "rate")
  private @Nullable BigDecimal rate;

  @Column(name = "amount")
  private BigDecimal amount;

  /** For JPA. */
  protected DecisionTerm() {}

  /**
   * What is given.
   *
   * @param term 1 to 3
   * @param rate part of the price in percent, if the scale gives one
   * @param amount euros, at least 0
   */
  public DecisionTerm(int term, @Nullable BigDecimal rate, BigDecimal amount) {
    this.term = term;
    this.rate = rate;
    this.amount = amount;
  }

  /** 1 to 3. */
  public int term() {
    return term;
  }

  /** Part of the price in percent, if the scale gives one. */
  public @Nullable BigDecimal rate() {
    return rate;
  }

  /** Euros. */
  public BigDecimal amount() {
    return amount;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionTerm that
        && term == that.term
        && Objects.equals(rate, that.rate)
        && amount.equals(that.amount);
  }

  @Override
  public int hashCode() {
    return Objects.hash(term, rate, amount);
  }
}
