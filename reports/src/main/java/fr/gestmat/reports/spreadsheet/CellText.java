package fr.gestmat.reports.spreadsheet;

/**
 * What text may stand in a cell, as pure functions. Text comes from names, notes and serial numbers
 * that anybody may have typed.
 */
final class CellText {
  /** The longest text of an XLSX cell, in UTF-16 units (Excel specifications and limits). */
  static final int MAX_LENGTH = 32_767;

  private static final String CUT_MARK = " … [texte coupé]";

  private CellText() {}

  /**
   * Whether a spreadsheet program could take the text for a formula: = + - @, or their full-width
   * forms, first or after blanks; TAB, CR or LF first (OWASP "CSV Injection"; case L106).
   */
  static boolean looksLikeFormula(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first == '\t' || first == '\r' || first == '\n') {
      return true;
    }
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length() && "=+-@＝＋－＠".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Removes what XML 1.0 (production 2, Char) cannot carry: control characters but TAB and line
   * feed, lone surrogates, U+FFFE and U+FFFF. Line ends become a line feed.
   */
  static String printable(String text) {
    int at = firstForbidden(text);
    if (at < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, at);
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\r') {
        boolean pair = at < text.length() && text.charAt(at) == '\n';
        if (!pair) {
          kept.append('\n');
        }
      } else if (isPrintable(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  private static int firstForbidden(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isPrintable(c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return -1;
  }

  private static boolean isPrintable(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n';
    }
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c != 0x7F && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }

  /**
   * The text itself when a cell can hold it, else its beginning with a mark that says it is cut.
   */
  static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = MAX_LENGTH - CUT_MARK.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT_MARK;
  }
}
