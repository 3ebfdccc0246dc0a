package fr.gestmat.lending.control;

import fr.gestmat.reports.barcode.CheckDigits;

/** How an authority's asset tags guard themselves against a misreading. */
public enum CheckDigit {
  /** They carry no check digit. */
  NONE {
    @Override
    public boolean fits(String code) {
      return true;
    }

    @Override
    public String complete(String code) {
      return code;
    }
  },
  /** The last digit of the code is the Luhn digit (ISO/IEC 7812-1) of all digits before it. */
  LUHN {
    @Override
    public boolean fits(String code) {
      String digits = code.replaceAll("[^0-9]", "");
      int last = digits.length() - 1;
      return last > 0 && digits.charAt(last) == CheckDigits.luhn(digits.substring(0, last));
    }

    @Override
    public String complete(String code) {
      if (code.chars().noneMatch(c -> c >= '0' && c <= '9')) {
        throw new IllegalArgumentException(code + " has no digit to check");
      }
      return code + CheckDigits.luhn(code);
    }
  };

  /** Whether the check digit of {@code code} is right; true where there is none to check. */
  public abstract boolean fits(String code);

  /** A code with its check digit added at the end, where there is one. */
  public abstract String complete(String code);
}
