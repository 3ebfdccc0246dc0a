package fr.gestmat.reports.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The label formats that we know, read from {@code formats.csv}: a new maker's sheet is a line
 * there.
 */
public final class LabelFormats {
  private static final String FILE = "formats.csv";
  private static final List<LabelFormat> ALL = read();

  private LabelFormats() {}

  /**
   * Every format, in the order to show them.
   *
   * @return at least one format
   */
  public static List<LabelFormat> all() {
    return ALL;
  }

  /**
   * The format of a key.
   *
   * @param key for instance {@code avery-l7160}
   * @return the format, or empty for an unknown key
   */
  public static Optional<LabelFormat> find(String key) {
    return ALL.stream().filter(format -> format.key().equals(key)).findFirst();
  }

  private static List<LabelFormat> read() {
    try (InputStream in = LabelFormats.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("missing in the archive: " + FILE);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      CSVFormat csv =
          CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
      List<LabelFormat> formats = new ArrayList<>();
      for (CSVRecord line : csv.parse(reader)) {
        formats.add(format(line));
      }
      return List.copyOf(formats);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelFormat format(CSVRecord line) {
    return new LabelFormat(
        line.get("clé"),
        line.get("nom"),
        millimetres(line, "page l"),
        millimetres(line, "page h"),
        millimetres(line, "marge gauche"),
        millimetres(line, "marge haut"),
        Integer.parseInt(line.get("colonnes")),
        Integer.parseInt(line.get("rangées")),
        millimetres(line, "étiquette l"),
        millimetres(line, "étiquette h"),
        millimetres(line, "écart l"),
        millimetres(line, "écart h"),
        millimetres(line, "bord"),
        Integer.parseInt(line.get("ppp")));
  }

  private static double millimetres(CSVRecord line, String column) {
    return Double.parseDouble(line.get(column));
  }
}
