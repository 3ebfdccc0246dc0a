package fr.gestmat.mealaid.control.form;

/** What an answer is. */
public enum QuestionType {
  /** One of a few options. */
  CHOICE,
  /** {@code YES} or {@code NO}. */
  YES_NO,
  /** One line, at most 200 characters. */
  TEXT,
  /** Some lines, at most 2000 characters. */
  LONG_TEXT,
  /** A mail address. */
  EMAIL,
  /** A telephone number, as people write it. */
  PHONE,
  /** A French postal code: five digits. */
  POSTAL_CODE,
  /** A whole number, 1 to 20. */
  WHOLE,
  /** Euros, 0 to 9 999 999,99. */
  AMOUNT,
  /** Shares of a tax notice, 0,25 to 30. */
  SHARES,
  /** A month, kept as {@code 2026-09}, see {@link TypedMonth}. */
  MONTH,
  /** A birth date as people write it, see {@link TypedBirthDay}. */
  BIRTH_DAY,
  /** A country by its official code, see {@link Countries}. */
  COUNTRY,
  /** A French département by its code: {@code 31}, {@code 2A}, {@code 974}. */
  DEPARTMENT
}
