package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Next year's entrants as somebody typed them or pasted them from a spreadsheet: a school's code
 * and a number on each line, whatever stands between and after.
 *
 * @param entrants entrants by the school's code, in the order of the lines
 * @param problems what is wrong, line by line, all at once
 */
public record NeedText(Map<String, Integer> entrants, List<Refusal> problems) {

  /** Entrants of one school at most: more is a mistake. */
  static final int MOST = 20_000;

  private static final int MOST_LINES = 2_000;
  private static final Pattern LINE =
      Pattern.compile(
          "([0-9A-Za-z]{8})[\\s;,\\u00a0]+(-?[0-9][0-9 \\u00a0\\u202f]{0,8})([;,\\t].*)?");

  /** Reads what was typed, for an authority whose schools have these codes. */
  public static NeedText read(String text, Set<String> known) {
    Map<String, Integer> entrants = new LinkedHashMap<>();
    List<Refusal> problems = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < Math.min(lines.length, MOST_LINES); i++) {
      String line = lines[i].strip();
      if (!line.isEmpty()) {
        read(i + 1, line, known, entrants, problems);
      }
    }
    if (lines.length > MOST_LINES) {
      problems.add(Refusal.of("needs", "needsLong", MOST_LINES));
    }
    return new NeedText(entrants, problems);
  }

  private static void read(
      int number,
      String line,
      Set<String> known,
      Map<String, Integer> entrants,
      List<Refusal> problems) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      problems.add(Refusal.of("needs", "needUnreadable", number, cut(line)));
      return;
    }
    String code = parts.group(1).toUpperCase(Locale.ROOT);
    int count = Integer.parseInt(parts.group(2).replaceAll("[\\s\\u00a0\\u202f]", ""));
    if (!known.contains(code)) {
      problems.add(Refusal.of("needs", "needUnknown", number, code));
    } else if (count < 0 || count > MOST) {
      problems.add(Refusal.of("needs", "needOutOfBounds", number, MOST));
    } else if (entrants.putIfAbsent(code, count) != null) {
      problems.add(Refusal.of("needs", "needTwice", number, code));
    }
  }

  private static String cut(String line) {
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }
}
