package fr.gestmat.mealaid.control.taxnotice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a 2D-Doc apart: {@code header message US signature}. Nothing is guessed: what does not fit
 * is said.
 */
public final class CodeParser {

  private static final char END_OF_FIELD = 0x1D;
  private static final char CUT_OFF = 0x1E;
  private static final char SIGNATURE = 0x1F;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final int[] HEADER_LENGTHS = {22, 22, 24, 26};
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private CodeParser() {}

  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final CodeProblem problem;

    Unreadable(CodeProblem problem) {
      super(problem.name(), null, false, false);
      this.problem = problem;
    }
  }

  /** Reads the text of a code. */
  public static CodeReading parse(String text) {
    try {
      return new CodeReading.Read(read(text));
    } catch (Unreadable e) {
      return new CodeReading.Unreadable(e.problem);
    }
  }

  private static TwoDDoc read(String text) throws Unreadable {
    if (!text.startsWith("DC")) {
      throw new Unreadable(CodeProblem.NO_2D_DOC);
    }
    if (!text.chars().allMatch(CodeParser::isKept)) {
      throw new Unreadable(CodeProblem.FIELD);
    }
    int version = version(text);
    int header = HEADER_LENGTHS[version - 1];
    int end = text.lastIndexOf(SIGNATURE);
    if (end < 0) {
      throw new Unreadable(CodeProblem.SIGNATURE);
    }
    if (end < header || !text.substring(4, header).matches("[0-9A-Z]+")) {
      throw new Unreadable(CodeProblem.HEADER);
    }
    String type = text.substring(20, 22);
    Optional<CodeFields.Type> known = CodeFields.TABLE.type(type);
    Map<String, String> fields = Map.of();
    if (known.isPresent()) {
      fields = fields(text.substring(header, end));
      complete(fields, known.get().needed());
    }
    return new TwoDDoc(
        version,
        text.substring(4, 8),
        text.substring(8, 12),
        day(text.substring(12, 16)),
        day(text.substring(16, 20)),
        type,
        fields,
        text.substring(0, end),
        base32(text.substring(end + 1)));
  }

  /** What can be kept, and what a signature can be of: Latin-1 without its second controls. */
  private static boolean isKept(int c) {
    return c > 0 && c < 0x80 || c >= 0xA0 && c <= 0xFF;
  }

  private static int version(String text) throws Unreadable {
    if (!text.matches("(?s)DC0[1-4].*")) {
      // Digits that we do not know yet, or the binary form of version 4.
      throw new Unreadable(CodeProblem.NOT_SUPPORTED);
    }
    return text.charAt(3) - '0';
  }

  private static Optional<LocalDate> day(String hex) throws Unreadable {
    try {
      int days = Integer.parseInt(hex, 16);
      return days == 0xFFFF ? Optional.empty() : Optional.of(FIRST_DAY.plusDays(days));
    } catch (NumberFormatException e) {
      throw new Unreadable(CodeProblem.HEADER);
    }
  }

  private static Map<String, String> fields(String message) throws Unreadable {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < message.length()) {
      if (at + 2 > message.length()) {
        throw new Unreadable(CodeProblem.FIELD);
      }
      String id = message.substring(at, at + 2);
      Optional<CodeFields.Field> field = CodeFields.TABLE.field(id);
      if (field.isEmpty()) {
        throw new Unreadable(CodeProblem.FIELD);
      }
      int start = at + 2;
      int stop = stop(message, start, field.get());
      fields.put(id, message.substring(start, stop));
      boolean separated = stop < message.length() && isSeparator(message.charAt(stop));
      at = separated ? stop + 1 : stop;
    }
    return fields;
  }

  /** Where a value ends: at its separator, or where it is as long as it can be. */
  private static int stop(String message, int start, CodeFields.Field field) throws Unreadable {
    int stop = start;
    while (stop < message.length()
        && stop - start < field.longest()
        && !isSeparator(message.charAt(stop))) {
      stop++;
    }
    boolean cutOff = stop < message.length() && message.charAt(stop) == CUT_OFF;
    if (stop - start < field.shortest() && !cutOff) {
      throw new Unreadable(CodeProblem.FIELD);
    }
    if (!field.isFixed() && stop - start < field.longest() && stop == message.length()) {
      throw new Unreadable(CodeProblem.FIELD);
    }
    return stop;
  }

  private static boolean isSeparator(char c) {
    return c == END_OF_FIELD || c == CUT_OFF;
  }

  private static void complete(Map<String, String> fields, List<List<String>> needed)
      throws Unreadable {
    for (List<String> one : needed) {
      if (one.stream().noneMatch(id -> !fields.getOrDefault(id, "").isBlank())) {
        throw new Unreadable(CodeProblem.INCOMPLETE);
      }
    }
  }

  private static byte[] base32(String text) throws Unreadable {
    String letters = text.replaceAll("=+$", "");
    byte[] bytes = new byte[letters.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      int value = BASE32.indexOf(letters.charAt(i));
      if (value < 0) {
        throw new Unreadable(CodeProblem.SIGNATURE);
      }
      buffer = (buffer << 5 | value) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    if (bytes.length == 0) {
      throw new Unreadable(CodeProblem.SIGNATURE);
    }
    return bytes;
  }
}
