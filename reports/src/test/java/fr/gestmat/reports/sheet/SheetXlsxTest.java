package fr.gestmat.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.reports.spreadsheet.Column;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetXlsxTest {
  @TempDir Path folder;

  private Sheet open(Consumer<XSSFSheet> filling) throws IOException {
    Path file = folder.resolve("livraison.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet();
      header(sheet, "Série", "Valeur");
      filling.accept(sheet);
      workbook.write(out);
    }
    return Sheet.open(file, SheetLimits.usual());
  }

  private static void header(XSSFSheet sheet, String... headings) {
    Row row = sheet.createRow(0);
    for (String heading : headings) {
      row.createCell(row.getPhysicalNumberOfCells()).setCellValue(heading);
    }
  }

  private static Cell cell(XSSFSheet sheet, String format) {
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    Cell cell = sheet.createRow(1).createCell(0);
    cell.setCellStyle(style);
    return cell;
  }

  private static List<SheetRow> rows(Sheet sheet) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    for (Optional<SheetRow> row = sheet.next(); row.isPresent(); row = sheet.next()) {
      rows.add(row.get());
    }
    return rows;
  }

  private String firstCell(Consumer<XSSFSheet> filling) throws IOException {
    try (Sheet sheet = open(filling)) {
      return sheet.next().orElseThrow().cells().get(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3760123456789, General, 3760123456789",
    "1.23456789012345E14, 0.00E+00, 123456789012345",
    "7, General, 7",
    "38.3, #0.00, 38.3",
    "0.1, General, 0.1",
    "-12, 0, -12",
    "0.2, 0%, 0.2",
    "1E300, General, 1000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
  })
  void numbersArePlain(double value, String format, String expected) throws IOException {
    assertThat(firstCell(sheet -> cell(sheet, format).setCellValue(value))).startsWith(expected);
  }

  @Test
  void datesAreIso() throws IOException {
    assertThat(firstCell(s -> cell(s, "dd/mm/yyyy").setCellValue(LocalDate.of(2026, 11, 23))))
        .isEqualTo("2026-11-23");
    assertThat(
            firstCell(
                s -> cell(s, "m/d/yy h:mm").setCellValue(LocalDateTime.of(2026, 1, 2, 14, 5, 7))))
        .isEqualTo("2026-01-02T14:05:07");
    assertThat(firstCell(s -> cell(s, "hh:mm").setCellValue(0.5))).isEqualTo("12:00:00");
  }

  @Test
  void datesCountedFrom1904AreRight() throws IOException {
    String date =
        firstCell(
            sheet -> {
              sheet.getWorkbook().getCTWorkbook().addNewWorkbookPr().setDate1904(true);
              cell(sheet, "dd/mm/yyyy").setCellValue(LocalDate.of(2026, 11, 23));
            });
    assertThat(date).isEqualTo("2026-11-23");
  }

  @Test
  void booleansErrorsAndFormulasAreText() throws IOException {
    assertThat(firstCell(s -> cell(s, "General").setCellValue(true))).isEqualTo("oui");
    assertThat(firstCell(s -> cell(s, "General").setCellErrorValue((byte) 42))).isEqualTo("#N/A");
    assertThat(
            firstCell(
                s -> {
                  Cell cell = cell(s, "General");
                  cell.setCellFormula("6*7");
                  s.getWorkbook()
                      .getCreationHelper()
                      .createFormulaEvaluator()
                      .evaluateFormulaCell(cell);
                }))
        .isEqualTo("42");
    assertThat(firstCell(s -> cell(s, "@").setCellValue("00123\r_x0041_"))).startsWith("00123");
  }

  @Test
  void emptyCellsAndRowsAreNoProblem() throws IOException {
    try (Sheet sheet =
        open(
            s -> {
              s.createRow(3).createCell(1).setCellValue("b");
              s.createRow(5).createCell(0).setCellValue("a");
              s.createRow(6).createCell(0).setCellValue("  ");
              Row wide = s.createRow(8);
              wide.createCell(0).setCellValue("x");
              wide.createCell(9).setCellValue("y");
            })) {
      assertThat(rows(sheet))
          .containsExactly(
              new SheetRow(4, List.of("", "b"), Optional.empty()),
              new SheetRow(6, List.of("a", ""), Optional.empty()),
              new SheetRow(9, List.of("x", ""), Optional.of(RowProblem.TOO_MANY_CELLS)));
    }
  }

  @Test
  void aCellInTheLastColumnOfExcelIsNoMemory() throws IOException {
    try (Sheet sheet = open(s -> s.createRow(1).createCell(16_383).setCellValue("far"))) {
      assertThat(rows(sheet))
          .containsExactly(
              new SheetRow(2, List.of("", ""), Optional.of(RowProblem.TOO_MANY_CELLS)));
    }
  }

  @Test
  void tooManyHeadingsAreRefused() throws IOException {
    try (Sheet sheet = open(s -> s.getRow(0).createCell(200).setCellValue("loin"))) {
      assertThat(sheet.problem()).contains(new SheetProblem(SheetProblem.Kind.TOO_MANY_COLUMNS, 1));
    }
  }

  @Test
  void l104_whatWeExportWeCanImport() throws IOException {
    Path file = folder.resolve("export.xlsx");
    Table<Integer> table =
        new Table<>(
            "Matériels",
            "Région",
            ZoneId.of("Europe/Paris"),
            List.of(
                Column.text("Série", i -> "=0" + i),
                Column.whole("Nombre", i -> i),
                Column.date("Achat", i -> LocalDate.of(2026, 1, 1).plusDays(i % 365))));
    XlsxFile.write(file, table, RowSource.of(IntStream.range(0, 40_000).boxed().toList()));
    try (Sheet sheet = Sheet.open(file, SheetLimits.usual())) {
      assertThat(sheet.headings()).containsExactly("Série", "Nombre", "Achat");
      List<SheetRow> rows = rows(sheet);
      assertThat(rows).hasSize(40_000);
      assertThat(rows.get(364).cells()).containsExactly("=0364", "364", "2026-12-31");
      assertThat(sheet.problem()).isEmpty();
    }
  }
}
