package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of charges: one row for an authority and a year, locked until the transaction that
 * takes numbers ends. What rolls back gives its numbers back: there is never a gap.
 */
@ApplicationScoped
public class ChargeNumbers {

  private static final Pattern TEXT = Pattern.compile("(\\d{4})-(\\d{1,9})");

  @Inject private ReadModel database;

  /**
   * A number in its year.
   *
   * @param year calendar year
   * @param number from 1
   */
  public record Number(int year, int number) {}

  /**
   * Takes so many numbers that follow each other, and makes everybody else wait.
   *
   * @return the first of them
   */
  public int take(long authorityId, int year, int count) {
    database.write(
        new SqlText()
            .add("insert into charge_counter (authority_id, charge_year, last_number)")
            .add("values (?, ?, ?) on duplicate key update", authorityId, year, count)
            .add("last_number = last_number + values(last_number)"));
    long last =
        database.number(
            new SqlText()
                .add("select last_number n from charge_counter where authority_id = ?", authorityId)
                .add("and charge_year = ?", year));
    return (int) last - count + 1;
  }

  /** "2026-000042". */
  public static String text(int year, int number) {
    return "%d-%06d".formatted(year, number);
  }

  /** Reads such a number. */
  public static Optional<Number> read(String text) {
    Matcher found = TEXT.matcher(text.strip());
    return found.matches()
        ? Optional.of(
            new Number(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }
}
