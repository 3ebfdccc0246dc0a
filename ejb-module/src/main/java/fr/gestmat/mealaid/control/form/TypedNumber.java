package fr.gestmat.mealaid.control.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as families type them: "12,50", "12.50", "1 234,5", "1.234,50 €" (M-D24). "12.500" could
 * be twelve and a half or twelve thousand: it is not guessed.
 */
public final class TypedNumber {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f\\u2009']+");
  private static final Pattern PLAIN = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");
  private static final Pattern FRENCH = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d{1,2})?");
  private static final Pattern AMBIGUOUS = Pattern.compile("\\d{1,3}\\.\\d{3}");

  private TypedNumber() {}

  /** The number, at least 0 and with at most two decimals; empty if it is none. */
  public static Optional<BigDecimal> read(String typed) {
    String text = BLANKS.matcher(typed.strip()).replaceAll("").replaceAll("(€|(?i:euros?))$", "");
    if (AMBIGUOUS.matcher(text).matches()) {
      return Optional.empty();
    }
    if (FRENCH.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
    }
    return PLAIN.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }
}
