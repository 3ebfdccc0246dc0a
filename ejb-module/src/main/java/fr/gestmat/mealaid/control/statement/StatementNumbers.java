package fr.gestmat.mealaid.control.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;

/**
 * The numbers of final statements, without a gap for each authority and year (M-K10): taken and
 * written in one transaction, which holds the authority's row of that year.
 */
@ApplicationScoped
public class StatementNumbers {

  @PersistenceContext private EntityManager entities;

  /**
   * A number.
   *
   * @param year year in which it was given
   * @param number from 1
   */
  public record Given(int year, int number) {

    /** As people write it: EV-2026-0001. */
    public String text() {
      return String.format(Locale.ROOT, "EV-%d-%04d", year, number);
    }
  }

  /**
   * Holds an authority's year until the transaction ends: whoever computes or closes a statement
   * comes after the one before.
   */
  public void hold(long authority, int year) {
    // Takes the row's exclusive lock whether it is there or not; "insert ignore" would take a
    // shared
    // one, which two could hold and neither raise.
    entities
        .createNativeQuery(
            "insert into aid_statement_counter (authority_id, year) values (?, ?) on duplicate key"
                + " update last_number = last_number")
        .setParameter(1, authority)
        .setParameter(2, year)
        .executeUpdate();
  }

  /** Gives the next number of a year that is held. */
  public Given next(long authority, int year) {
    int number = last(authority, year) + 1;
    entities
        .createNativeQuery(
            "update aid_statement_counter set last_number = ? where authority_id = ? and year = ?")
        .setParameter(1, number)
        .setParameter(2, authority)
        .setParameter(3, year)
        .executeUpdate();
    return new Given(year, number);
  }

  private int last(long authority, int year) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select last_number from aid_statement_counter where authority_id = ? and year"
                        + " = ? for update")
                .setParameter(1, authority)
                .setParameter(2, year)
                .getSingleResult())
        .intValue();
  }
}
