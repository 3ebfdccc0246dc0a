package fr.gestmat.directory.control.feed;

import java.util.Optional;

/** Cleans the texts of a feed: control characters and useless blanks never reach the database. */
final class FeedText {

  private FeedText() {}

  /** The text without control characters, blanks folded and trimmed. */
  static String clean(String raw) {
    boolean dirty = false;
    boolean blankBefore = true;
    for (int i = 0; i < raw.length() && !dirty; i++) {
      char c = raw.charAt(i);
      boolean blank = c == ' ';
      dirty = Character.isISOControl(c) || isOddBlank(c) || (blank && blankBefore);
      blankBefore = blank;
    }
    if (!dirty && !(raw.endsWith(" "))) {
      return raw;
    }
    StringBuilder clean = new StringBuilder(raw.length());
    boolean pending = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ' || Character.isISOControl(c) || isOddBlank(c)) {
        pending = !clean.isEmpty();
      } else {
        if (pending) {
          clean.append(' ');
          pending = false;
        }
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /** The cleaned text, or nothing when it says nothing. */
  static Optional<String> present(String raw) {
    String clean = clean(raw);
    return clean.isEmpty() ? Optional.empty() : Optional.of(clean);
  }

  private static boolean isOddBlank(char c) {
    return c == '\u00a0' || c == '\u202f' || c == '\u200b' || c == '\ufeff' || c == '\u2028';
  }
}
