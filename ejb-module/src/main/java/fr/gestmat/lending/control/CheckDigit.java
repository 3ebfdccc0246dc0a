package fr.gestmat.lending.control;

import java.util.stream.IntStream;

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
      int sum = 0;
      boolean doubled = false;
      int digits = 0;
      for (int i = code.length() - 1; i >= 0; i--) {
        int digit = Character.digit(code.charAt(i), 10);
        if (digit < 0) {
          continue;
        }
        int worth = doubled ? 2 * digit : digit;
        sum += worth > 9 ? worth - 9 : worth;
        doubled = !doubled;
        digits++;
      }
      return digits > 1 && sum % 10 == 0;
    }

    @Override
    public String complete(String code) {
      return IntStream.range(0, 10)
          .mapToObj(digit -> code + digit)
          .filter(this::fits)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(code + " has no digit to check"));
    }
  };

  /** Whether the check digit of {@code code} is right; true where there is none to check. */
  public abstract boolean fits(String code);

  /** A code with its check digit added at the end, where there is one. */
  public abstract String complete(String code);
}
