package fr.gestmat.mealaid.control.taxnotice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tax notice, as its code says it.
 *
 * @param referenceIncome reference tax income (revenu fiscal de référence), in euros
 * @param shares number of shares of the household
 * @param reference reference of the notice, 13 characters
 * @param incomeYear year of the incomes
 * @param declarants their names, one or two
 * @param taxNumbers their tax numbers
 * @param recoveryOn date of recovery (mise en recouvrement)
 * @param address as printed, its lines separated by commas
 */
public record TaxNotice(
    Optional<BigDecimal> referenceIncome,
    Optional<BigDecimal> shares,
    Optional<String> reference,
    Optional<Integer> incomeYear,
    List<String> declarants,
    List<String> taxNumbers,
    Optional<LocalDate> recoveryOn,
    Optional<String> address) {

  /** Copies the lists. */
  public TaxNotice {
    declarants = List.copyOf(declarants);
    taxNumbers = List.copyOf(taxNumbers);
  }

  /** Euros: more than anybody has, less than a column holds. */
  private static final int INCOME_DIGITS = 10;

  private static final int SHARES_DIGITS = 2;

  /**
   * What a code says, if it is one of a tax notice. A figure that is none, or that no notice can
   * have, is unknown, never 0: anybody can print a code.
   */
  public static Optional<TaxNotice> of(TwoDDoc code) {
    if (!code.isNotice()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaxNotice(
            code.field("41").flatMap(text -> number(text, INCOME_DIGITS)),
            code.field("43").flatMap(text -> number(text, SHARES_DIGITS)),
            code.field("44"),
            code.field("45").filter(y -> y.matches("(19|20)[0-9]{2}")).map(Integer::valueOf),
            present(code, "46", "48", "10"),
            present(code, "47", "49", "40"),
            code.field("4A").flatMap(TaxNotice::day),
            address(code)));
  }

  private static List<String> present(TwoDDoc code, String... ids) {
    return Stream.of(ids).flatMap(id -> code.field(id).stream()).toList();
  }

  private static Optional<BigDecimal> number(String text, int digits) {
    String plain = text.replace(" ", "").replace(',', '.');
    return plain.matches("-?[0-9]{1," + digits + "}(\\.[0-9]{1,2})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    if (!text.matches("[0-9]{4}(19|20)[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(text.substring(4)),
              Integer.parseInt(text.substring(2, 4)),
              Integer.parseInt(text.substring(0, 2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> address(TwoDDoc code) {
    Optional<String> whole = code.field("4Y").map(a -> a.replace("/", ", "));
    if (whole.isPresent()) {
      return whole;
    }
    String lines = String.join(", ", present(code, "6U", "6V", "6W", "6X", "6Y"));
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  /**
   * How two applications are seen to use the same notice: a tax number with the reference. Without
   * both, nothing can be said.
   */
  public Optional<String> useKey() {
    return reference.isEmpty() || taxNumbers.isEmpty()
        ? Optional.empty()
        : Optional.of(taxNumbers.get(0) + "/" + reference.get());
  }
}
