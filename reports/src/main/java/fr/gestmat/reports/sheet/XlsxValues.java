package fr.gestmat.reports.sheet;

import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one workbook mean: its shared strings, which of its styles show a date, and the
 * year its days are counted from (ECMA-376 part 1, 18.3, 18.4 and 18.8).
 */
final class XlsxValues {
  private static final long MOST_STRING_BYTES = 64L << 20;

  /** A cell's number is a double: digits beyond the fifteenth are noise. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> strings;
  private final List<Boolean> dateStyles;
  private final boolean from1904;

  private XlsxValues(List<String> strings, List<Boolean> dateStyles, boolean from1904) {
    this.strings = strings;
    this.dateStyles = dateStyles;
    this.from1904 = from1904;
  }

  static XlsxValues read(XSSFReader parts, SheetLimits limits)
      throws IOException, InvalidFormatException, XMLStreamException {
    return new XlsxValues(
        strings(parts.getSharedStringsData(), limits.cellLength() + 1),
        dateStyles(parts.getStylesData()),
        isFrom1904(parts.getWorkbookData()));
  }

  private static List<String> strings(@Nullable InputStream in, int longest)
      throws IOException, XMLStreamException {
    List<String> strings = new ArrayList<>();
    if (in == null) {
      return strings;
    }
    try (in) {
      XMLStreamReader xml = SafeXml.reader(in);
      StringBuilder text = new StringBuilder();
      long size = 0;
      int phonetic = 0;
      boolean wanted = false;
      while (xml.hasNext()) {
        int event = SafeXml.next(xml);
        if (event == XMLStreamConstants.START_ELEMENT) {
          phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
          wanted = phonetic == 0 && xml.getLocalName().equals("t");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          wanted = false;
          phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
          if (xml.getLocalName().equals("si")) {
            strings.add(text.toString());
            size += text.length() + Long.BYTES;
            text.setLength(0);
          }
        } else if (wanted && xml.hasText() && text.length() < longest) {
          String part = xml.getText();
          text.append(part, 0, Math.min(part.length(), longest - text.length()));
        }
        if (size > MOST_STRING_BYTES) {
          throw new UnreadableException(Kind.TOO_LARGE);
        }
      }
    }
    return strings;
  }

  private static List<Boolean> dateStyles(@Nullable InputStream in)
      throws IOException, XMLStreamException {
    List<Boolean> dates = new ArrayList<>();
    if (in == null) {
      return dates;
    }
    try (in) {
      XMLStreamReader xml = SafeXml.reader(in);
      Map<Integer, String> formats = new HashMap<>();
      boolean inCells = false;
      while (xml.hasNext()) {
        int event = SafeXml.next(xml);
        String name = xml.hasName() ? xml.getLocalName() : "";
        if (name.equals("cellXfs")) {
          inCells = event == XMLStreamConstants.START_ELEMENT;
        } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("numFmt")) {
          formats.put(number(xml, "numFmtId"), attribute(xml, "formatCode"));
        } else if (event == XMLStreamConstants.START_ELEMENT && inCells && name.equals("xf")) {
          int id = number(xml, "numFmtId");
          dates.add(DateUtil.isADateFormat(id, formats.get(id)));
        }
      }
    }
    return dates;
  }

  private static boolean isFrom1904(InputStream in) throws IOException, XMLStreamException {
    try (in) {
      XMLStreamReader xml = SafeXml.reader(in);
      while (xml.hasNext()) {
        if (SafeXml.next(xml) == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("workbookPr")) {
          String flag = attribute(xml, "date1904");
          return flag.equals("1") || flag.equals("true");
        }
      }
      return false;
    }
  }

  private static int number(XMLStreamReader xml, String name) {
    String value = attribute(xml, name);
    return value.isEmpty() ? 0 : Integer.parseInt(value);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /**
   * A cell as text.
   *
   * @param type its attribute t: s, inlineStr, str, b, e, d, n or none
   * @param style its attribute s, an index into the styles, or none
   * @param content what stands in it
   */
  String text(@Nullable String type, @Nullable String style, String content) {
    if (content.isEmpty()) {
      return "";
    }
    return switch (type == null ? "n" : type) {
      case "s" -> decoded(strings.get(Integer.parseInt(content.strip())));
      case "b" -> content.strip().equals("1") ? "oui" : "non";
      case "n" -> number(content.strip(), style);
      default -> decoded(content);
    };
  }

  private static String decoded(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  private String number(String content, @Nullable String style) {
    double value = Double.parseDouble(content);
    if (style != null && isDate(Integer.parseInt(style)) && DateUtil.isValidExcelDate(value)) {
      return date(value);
    }
    return new BigDecimal(Double.toString(value))
        .round(DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }

  private boolean isDate(int style) {
    return style < dateStyles.size() && dateStyles.get(style);
  }

  private String date(double value) {
    LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904, true);
    if (value < 1) {
      return TIME.format(moment);
    }
    boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return day ? moment.toLocalDate().toString() : SECONDS.format(moment);
  }
}
