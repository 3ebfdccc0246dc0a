package fr.gestmat.mealaid.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;

/** Who files after the full effect, up to a day, gets the aid from a later term on. */
@Embeddable
public class LatePeriod {

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "first_term")
  private int firstTerm;

  /** For JPA. */
  protected LatePeriod() {}

  /**
   * A late period.
   *
   * @param endsOn its last day, which counts whole
   * @param firstTerm the first term that is given, 1 to 3
   */
  public LatePeriod(LocalDate endsOn, int firstTerm) {
    this.endsOn = endsOn;
    this.firstTerm = firstTerm;
  }

  /** Its last day. */
  public LocalDate endsOn() {
    return endsOn;
  }

  /** The first term that is given. */
  public int firstTerm() {
    return firstTerm;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatePeriod that
        && firstTerm == that.firstTerm
        && endsOn.equals(that.endsOn);
  }

  @Override
  public int hashCode() {
    return Objects.hash(endsOn, firstTerm);
  }
}
