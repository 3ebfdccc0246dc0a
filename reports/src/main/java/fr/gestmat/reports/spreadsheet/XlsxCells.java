package fr.gestmat.reports.spreadsheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** Writes the cells of the current row, each with the style of its type. */
final class XlsxCells implements CellSink {
  /** Beyond 15 digits a cell's number, a double, would lose its end. */
  private static final long MAX_WHOLE = 999_999_999_999_999L;

  private static final int DAY_CHARACTERS = 10;
  private static final int MINUTE_CHARACTERS = 16;
  private static final int CURRENCY_CHARACTERS = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);

  /** Text that an XLSX reader would decode as a character (ECMA-376 part 1, 22.9.2.19). */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final ZoneId zone;
  private final int[] longest;
  private final CellStyle heading;
  private final CellStyle text;
  private final CellStyle quoted;
  private final CellStyle whole;
  private final CellStyle decimal;
  private final CellStyle money;
  private final CellStyle day;
  private final CellStyle minute;

  private @Nullable Row row;
  private int column;
  private long cutCells;

  XlsxCells(Workbook workbook, ZoneId zone, int columns) {
    this.zone = zone;
    this.longest = new int[columns];
    this.heading = headingStyle(workbook);
    this.text = style(workbook, "@");
    this.quoted = style(workbook, "@");
    quoted.setQuotePrefixed(true);
    this.whole = style(workbook, "0");
    this.decimal = style(workbook, "General");
    this.money = style(workbook, "#,##0.00\\ \"€\"");
    this.day = style(workbook, "dd/mm/yyyy");
    this.minute = style(workbook, "dd/mm/yyyy\\ hh:mm");
  }

  private static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static CellStyle headingStyle(Workbook workbook) {
    Font bold = workbook.createFont();
    bold.setBold(true);
    CellStyle style = style(workbook, "@");
    style.setFont(bold);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  void heading(Row header, int at, String words) {
    Cell cell = header.createCell(at);
    cell.setCellStyle(heading);
    cell.setCellValue(escaped(CellText.cut(CellText.printable(words))));
  }

  void start(Row next) {
    row = next;
    column = 0;
  }

  /** The longest value of a column so far, in characters, all sheets together. */
  int longest(int at) {
    return longest[at];
  }

  long cutCells() {
    return cutCells;
  }

  @Override
  public void blank() {
    column++;
  }

  @Override
  public void text(String value) {
    String printable = CellText.printable(value);
    String kept = CellText.cut(printable);
    if (kept.length() < printable.length()) {
      cutCells++;
    }
    next(CellText.looksLikeFormula(value) ? quoted : text, kept.length())
        .setCellValue(escaped(kept));
  }

  @Override
  public void whole(long number) {
    if (Math.abs(number) > MAX_WHOLE) {
      text(Long.toString(number));
    } else {
      next(whole, Long.toString(number).length()).setCellValue((double) number);
    }
  }

  @Override
  public void decimal(BigDecimal number) {
    next(decimal, number.toPlainString().length()).setCellValue(number.doubleValue());
  }

  @Override
  public void money(BigDecimal euros) {
    next(money, euros.precision() + CURRENCY_CHARACTERS).setCellValue(euros.doubleValue());
  }

  @Override
  public void date(LocalDate date) {
    double serial = DateUtil.getExcelDate(date);
    if (serial < 0) {
      text(DAY.format(date));
    } else {
      next(day, DAY_CHARACTERS).setCellValue(serial);
    }
  }

  @Override
  public void instant(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    double serial = DateUtil.getExcelDate(local);
    if (serial < 0) {
      text(DAY.format(local));
    } else {
      next(minute, MINUTE_CHARACTERS).setCellValue(serial);
    }
  }

  private Cell next(CellStyle style, int characters) {
    if (row == null) {
      throw new IllegalStateException("no row was started");
    }
    longest[column] = Math.max(longest[column], characters);
    Cell cell = row.createCell(column++);
    cell.setCellStyle(style);
    return cell;
  }

  private static String escaped(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    return ESCAPE.matcher(text).replaceAll(Matcher.quoteReplacement("_x005F_"));
  }
}
