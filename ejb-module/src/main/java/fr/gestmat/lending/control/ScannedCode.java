package fr.gestmat.lending.control;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code as a scanner or a keyboard gave it, read before anything is looked up (L011, L029, L033).
 *
 * @param normal the form that codes are compared in: trimmed, inner blanks folded to one space,
 *     upper case, without an AIM symbology prefix; at most 64 characters unless refused
 * @param quoted what the answer quotes: the code as received without blanks around, cut at 64
 * @param refusal why it cannot be any code of ours; empty when it is worth a look-up
 * @param command what a command card says
 */
public record ScannedCode(
    String normal, String quoted, Optional<ScanReason> refusal, Optional<ScanCommand> command) {

  /** The longest code that a label carries, in characters. */
  public static final int MAX_LENGTH = 64;

  /** Beyond this many characters nothing is even normalised: somebody scanned a document. */
  private static final int MAX_RAW = 10 * 1024;

  private static final Pattern AIM_PREFIX = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");
  private static final Pattern LINE = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]+");

  /** Reads a code for an authority whose codes look like {@code scheme}. */
  public static ScannedCode read(String raw, TagScheme scheme) {
    if (raw.length() > MAX_RAW) {
      return refused(cut(raw), cut(raw), ScanReason.CODE_TOO_LONG);
    }
    String trimmed = trim(raw);
    String bare = trim(AIM_PREFIX.matcher(trimmed).replaceFirst(""));
    String quoted = cut(bare);
    if (bare.isEmpty()) {
      return refused("", "", ScanReason.CODE_EMPTY);
    }
    String normal = fold(bare);
    if (LINE.matcher(bare).find() || isSeveral(normal, scheme)) {
      return refused(cut(normal), quoted, ScanReason.CODE_SEVERAL);
    }
    if (bare.codePoints().anyMatch(ScannedCode::isUnreadable)) {
      return refused(cut(normal), quoted, ScanReason.CODE_UNREADABLE);
    }
    if (normal.length() > MAX_LENGTH) {
      return refused(cut(normal), quoted, ScanReason.CODE_TOO_LONG);
    }
    Optional<ScanCommand> command = ScanCommand.of(normal);
    if (command.isPresent()) {
      return new ScannedCode(normal, quoted, Optional.empty(), command);
    }
    if (scheme.isMisread(normal)) {
      return refused(normal, quoted, ScanReason.CODE_MISREAD);
    }
    if (scheme.isForeign(normal)) {
      return refused(normal, quoted, ScanReason.CODE_FOREIGN);
    }
    return new ScannedCode(normal, quoted, Optional.empty(), Optional.empty());
  }

  /**
   * The form in which tags, serial numbers and card codes are stored and compared: blanks and
   * control characters around removed, inner blanks folded to one space, upper case.
   */
  public static String normalForm(String code) {
    return fold(trim(code));
  }

  private static ScannedCode refused(String normal, String quoted, ScanReason why) {
    return new ScannedCode(normal, quoted, Optional.of(why), Optional.empty());
  }

  private static String fold(String trimmed) {
    StringBuilder folded = new StringBuilder(trimmed.length());
    boolean blank = false;
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (isBlank(c)) {
        blank = true;
      } else {
        if (blank) {
          folded.append(' ');
          blank = false;
        }
        folded.append(c);
      }
    }
    return folded.toString().toUpperCase(Locale.ROOT);
  }

  /**
   * Scanners add control characters (GS, CR, a byte order mark) around a code: they mean nothing.
   */
  private static String trim(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && isAround(raw.charAt(from))) {
      from++;
    }
    while (to > from && isAround(raw.charAt(to - 1))) {
      to--;
    }
    return raw.substring(from, to);
  }

  private static boolean isAround(char c) {
    return isBlank(c) || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isUnreadable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }

  /** Several of our tags in one burst, with blanks between or glued together. */
  private static boolean isSeveral(String code, TagScheme scheme) {
    if (scheme.tags().isEmpty() || scheme.tags().get().matcher(code).matches()) {
      return false;
    }
    Matcher tag = scheme.tags().get().matcher(code);
    int count = 0;
    int end = 0;
    while (end < code.length() && tag.region(end, code.length()).lookingAt() && tag.end() > end) {
      end = tag.end();
      if (end < code.length() && code.charAt(end) == ' ') {
        end++;
      }
      count++;
    }
    return count > 1 && end == code.length();
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return text.substring(0, end) + "…";
  }
}
