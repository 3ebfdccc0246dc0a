package fr.gestmat.reports.barcode;

/** Check digits, as pure functions of the code without its check digit. */
public final class CheckDigits {
  private CheckDigits() {}

  /**
   * The Luhn digit (ISO/IEC 7812-1, annex B), which catches every single wrong digit and nearly
   * every swap of neighbours. Our own asset tags end with it: short, digits only, so that Code 128
   * stays narrow.
   *
   * @param body the tag without its check digit; what is not a digit does not count
   * @return the digit to append, {@code '0'} to {@code '9'}
   */
  public static char luhn(String body) {
    int sum = 0;
    boolean doubled = true;
    for (int i = body.length() - 1; i >= 0; i--) {
      char c = body.charAt(i);
      if (c >= '0' && c <= '9') {
        int worth = doubled ? 2 * (c - '0') : c - '0';
        sum += worth > 9 ? worth - 9 : worth;
        doubled = !doubled;
      }
    }
    return digit(sum);
  }

  /**
   * The check digit of an article number of trade (GS1 General Specifications, 7.9.1).
   *
   * @param body the number without its check digit, digits only
   * @return the digit to append, {@code '0'} to {@code '9'}
   */
  public static char article(String body) {
    int sum = 0;
    int weight = 3;
    for (int i = body.length() - 1; i >= 0; i--) {
      sum += weight * (body.charAt(i) - '0');
      weight = 4 - weight;
    }
    return digit(sum);
  }

  /**
   * Whether a code is an article number of trade: EAN-8, UPC-A, EAN-13 or GTIN-14 with its right
   * check digit (case L033: such a code on a can is no laptop).
   *
   * @param code the code as it was scanned
   * @return false for any other length, character or check digit
   */
  public static boolean isArticleNumber(String code) {
    if (!code.matches("[0-9]{8}|[0-9]{12,14}")) {
      return false;
    }
    int last = code.length() - 1;
    return code.charAt(last) == article(code.substring(0, last));
  }

  private static char digit(int sum) {
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
