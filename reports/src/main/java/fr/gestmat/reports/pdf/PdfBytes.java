package fr.gestmat.reports.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at the bytes of a PDF before anything reads it. When its table of objects is broken, PDFBox
 * searches the bytes for streams of objects and decodes them, and nobody is asked.
 */
final class PdfBytes {

  /** What a stream of objects says of itself, from any program. */
  private static final Set<String> ORDINARY =
      Set.of(
          "Type",
          "ObjStm",
          "N",
          "First",
          "Extends",
          "Length",
          "Filter",
          "FlateDecode",
          "DecodeParms",
          "Predictor",
          "Columns",
          "Colors",
          "BitsPerComponent");

  private static final Pattern NAME = Pattern.compile("/([^\\s/<>\\[\\]]*)");
  private static final Pattern ENCRYPTED = Pattern.compile(anyhow("Encrypt"));
  private static final int LONGEST = 4_000;

  private PdfBytes() {}

  /**
   * Inflates what can be, without keeping it.
   *
   * @return whether broken tables may be mended: not if streams of objects cannot be counted here
   * @throws TooMuchException if it is too much
   */
  static boolean check(byte[] file) throws TooMuchException {
    long openings = 0;
    for (byte b : file) {
      openings += Counted.opens(b) ? 1 : 0;
    }
    if (openings > PdfBudget.OPENINGS) {
      throw new TooMuchException("more than " + PdfBudget.OPENINGS + " objects");
    }
    String text = new String(file, StandardCharsets.ISO_8859_1);
    long left = PdfBudget.ALL;
    for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
      if (at < 3 || !text.startsWith("end", at - 3)) {
        left -= inflate(file, begin(file, at + 6), left);
      }
    }
    return !ENCRYPTED.matcher(text).find() && ordinary(text);
  }

  private static int begin(byte[] file, int after) {
    int begin = after;
    while (begin < file.length && (file[begin] == ' ' || file[begin] == '\r')) {
      begin++;
    }
    return begin < file.length && file[begin] == '\n' ? begin + 1 : begin;
  }

  /** Bytes read and written; PDFBox takes the two bytes of the head for granted. */
  private static long inflate(byte[] file, int begin, long left) throws TooMuchException {
    if (begin + 2 >= file.length) {
      return 0;
    }
    Inflater inflater = new Inflater(true);
    long most = Math.min(left, PdfBudget.PICTURE);
    try {
      inflater.setInput(file, begin + 2, file.length - begin - 2);
      byte[] forgotten = new byte[65_536];
      while (!inflater.finished() && inflater.inflate(forgotten) > 0) {
        check(inflater.getBytesWritten(), most);
      }
      check(inflater.getBytesRead(), left);
      return inflater.getBytesRead() + inflater.getBytesWritten();
    } catch (DataFormatException e) {
      // No such stream, or broken after what was counted.
      return inflater.getBytesRead() + inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }

  private static void check(long bytes, long most) throws TooMuchException {
    if (bytes > most) {
      throw new TooMuchException("a stream of more than " + most + " bytes");
    }
  }

  private static boolean ordinary(String text) {
    for (int at = text.indexOf("/ObjStm"); at >= 0; at = text.indexOf("/ObjStm", at + 1)) {
      int begin = text.lastIndexOf(" obj", at);
      int end = text.indexOf("stream", at);
      if (begin < 0 || end < 0 || end - begin > LONGEST) {
        return false;
      }
      String said = text.substring(begin + 4, end).strip();
      Matcher names = NAME.matcher(said);
      int filters = 0;
      while (names.find()) {
        if (!ORDINARY.contains(names.group(1))) {
          return false;
        }
        filters += "FlateDecode".equals(names.group(1)) ? 1 : 0;
      }
      if (filters > 1
          || said.contains("%")
          || said.contains("(")
          || (said.contains("/Filter") && !said.matches("(?s).*/Filter\\s*\\[?\\s*/FlateDecode.*"))
          || said.split("<<", -1).length != said.split(">>", -1).length) {
        return false;
      }
    }
    return true;
  }

  /** A name with any of its letters written as numbers. */
  private static String anyhow(String name) {
    StringBuilder pattern = new StringBuilder("/");
    for (char c : name.toCharArray()) {
      pattern.append(String.format("(?:%c|#(?i:%02x))", c, (int) c));
    }
    return pattern.toString();
  }
}
