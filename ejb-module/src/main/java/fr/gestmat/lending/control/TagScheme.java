package fr.gestmat.lending.control;

import fr.gestmat.reports.barcode.CheckDigits;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What codes of one authority look like, so that a foreign code is refused before any look-up
 * (L033).
 *
 * @param prefix what its own asset tags begin with, in normal form; empty if they share nothing
 * @param tags pattern that its asset tags match whole; empty if any code may be a tag
 * @param serials pattern that serial numbers match whole; empty if it says nothing of them
 * @param checkDigit how its own tags are checked
 */
public record TagScheme(
    String prefix, Optional<Pattern> tags, Optional<Pattern> serials, CheckDigit checkDigit) {

  /** Digits of the first number of an authority without any tag: a million devices. */
  private static final int FEWEST_DIGITS = 6;

  private static final int MOST_DIGITS = 12;

  /** A scheme that knows nothing: every code is looked up. */
  public static final TagScheme OPEN =
      new TagScheme("", Optional.empty(), Optional.empty(), CheckDigit.NONE);

  /** Whether the code is surely one of our tags: it fits the pattern and its check digit. */
  public boolean isTag(String code) {
    return tags.isPresent() && tags.get().matcher(code).matches() && checkDigit.fits(code);
  }

  /**
   * The tag that comes after another one of ours: prefix, the next number in as many digits, check
   * digit. Empty if tags are not made so, or if no such number is left.
   *
   * @param last the greatest tag so far; empty for the first tag of all
   */
  public Optional<String> next(Optional<String> last) {
    if (prefix.isEmpty()) {
      return Optional.empty();
    }
    return last.isPresent()
        ? number(last.get()).flatMap(n -> tag(n + 1, digits(last.get())))
        : IntStream.rangeClosed(FEWEST_DIGITS, MOST_DIGITS)
            .mapToObj(digits -> tag(1, digits))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** Whether a code is one of those that {@link #next} makes. */
  public boolean isNumbered(String code) {
    return number(code).flatMap(n -> tag(n, digits(code))).filter(code::equals).isPresent();
  }

  private Optional<String> tag(long number, int digits) {
    String padded = String.format(Locale.ROOT, "%0" + digits + "d", number);
    String tag = checkDigit.complete(prefix + padded);
    boolean fits = tags.isEmpty() || tags.get().matcher(tag).matches();
    return padded.length() == digits && fits ? Optional.of(tag) : Optional.empty();
  }

  private Optional<Long> number(String code) {
    int digits = digits(code);
    if (!code.startsWith(prefix) || digits < 1 || digits > MOST_DIGITS) {
      return Optional.empty();
    }
    String number = code.substring(prefix.length(), prefix.length() + digits);
    return number.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(Long.parseLong(number))
        : Optional.empty();
  }

  /** How many digits a tag's number has, without prefix and check digit. */
  private int digits(String code) {
    return code.length() - prefix.length() - (checkDigit == CheckDigit.NONE ? 0 : 1);
  }

  /** Whether the code begins like our tags do but its check digit says that it was misread. */
  public boolean isMisread(String code) {
    return !prefix.isEmpty()
        && code.startsWith(prefix)
        && !isSerial(code)
        && !checkDigit.fits(code);
  }

  /**
   * Whether the code is an article number of trade (EAN-8, UPC-A, EAN-13, GTIN-14) that fits no tag
   * or serial pattern. An authority without a tag pattern may have any number on its labels:
   * nothing is foreign there.
   */
  public boolean isForeign(String code) {
    return tags.isPresent()
        && !tags.get().matcher(code).matches()
        && !isSerial(code)
        && CheckDigits.isArticleNumber(code);
  }

  private boolean isSerial(String code) {
    return serials.isPresent() && serials.get().matcher(code).matches();
  }
}
