package fr.gestmat.reports.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a CSV is written, found by reading it: nobody is asked.
 *
 * @param charset how bytes become letters
 * @param separator between two cells
 * @param declared whether the first line is Excel's {@code sep=;}, which is no row
 */
record CsvDialect(Charset charset, char separator, boolean declared) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");

  /** Where ISO-8859-15 has letters (€ Š š Ž ž Œ œ Ÿ) and Windows-1252 signs that nobody types. */
  private static final String LATIN_9_LETTERS = "\u00A4\u00A6\u00A8\u00B4\u00B8\u00BC\u00BD\u00BE";

  private static final char[] SEPARATORS = {';', '\t', ','};
  private static final int SAMPLE_LINES = 10;
  private static final int SAMPLE_CHARACTERS = 100_000;
  private static final int BUFFER = 1 << 16;

  static CsvDialect of(Path file) throws IOException {
    Charset charset = charset(file);
    List<String> lines = sample(file, charset);
    if (!lines.isEmpty() && lines.get(0).matches("(?i)sep=[;,\t|]")) {
      return new CsvDialect(charset, lines.get(0).charAt(4), true);
    }
    return new CsvDialect(charset, separator(lines), false);
  }

  private static Charset charset(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      in.mark(2);
      byte[] mark = in.readNBytes(2);
      in.reset();
      if (FileKind.hasUtf16Mark(mark)) {
        return StandardCharsets.UTF_16;
      }
      return isUtf8(in) ? StandardCharsets.UTF_8 : eightBits(file);
    }
  }

  /** Strict, but a last letter that is cut short does not make the rest another charset. */
  private static boolean isUtf8(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer letters = CharBuffer.allocate(BUFFER);
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    while (read >= 0) {
      bytes.position(bytes.position() + read).flip();
      CoderResult result = decoder.decode(bytes, letters, false);
      if (result.isError()) {
        return false;
      }
      letters.clear();
      bytes.compact();
      read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    }
    return true;
  }

  private static Charset eightBits(Path file) throws IOException {
    boolean latin9 = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b >= 0x80 && b < 0xA0) {
          return WINDOWS_1252;
        }
        latin9 |= LATIN_9_LETTERS.indexOf(b) >= 0;
      }
    }
    return latin9 ? ISO_8859_15 : WINDOWS_1252;
  }

  private static List<String> sample(Path file, Charset charset) throws IOException {
    List<String> lines = new ArrayList<>();
    char[] start = new char[SAMPLE_CHARACTERS];
    int length = 0;
    try (Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      for (int read = 0; read >= 0 && length < start.length; ) {
        length += read;
        read = reader.read(start, length, start.length - length);
      }
    }
    new String(start, 0, length)
        .lines()
        .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
        .filter(line -> !line.isBlank())
        .limit(SAMPLE_LINES)
        .forEach(lines::add);
    return lines;
  }

  /** The separator that every line has, the more the better; else the one of the headings. */
  private static char separator(List<String> lines) {
    char best = SEPARATORS[0];
    int bestScore = 0;
    for (char candidate : SEPARATORS) {
      int everywhere = lines.stream().mapToInt(line -> count(line, candidate)).min().orElse(0);
      int inHeadings = lines.isEmpty() ? 0 : count(lines.get(0), candidate);
      int score = inHeadings == 0 ? 0 : 1_000 * everywhere + inHeadings;
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static int count(String line, char separator) {
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        count++;
      }
    }
    return count;
  }
}
