package fr.gestmat.reports.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {
  @TempDir Path folder;

  private XSSFWorkbook write(Lent... rows) throws IOException {
    Path target = folder.resolve("prets.xlsx");
    XlsxFile.write(target, Lent.TABLE, RowSource.of(List.of(rows)));
    return open(target);
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try {
      return new XSSFWorkbook(file.toFile());
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  @Test
  void cellsHaveTheirTypes() throws IOException {
    try (XSSFWorkbook workbook = write(Lent.full(), Lent.of(null))) {
      Row row = workbook.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("5CD1234XYZ");
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-3);
      assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(-38.5);
      assertThat(row.getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(LocalDate.of(2026, 9, 1).atStartOfDay());
      assertThat(row.getCell(4).getLocalDateTimeCellValue())
          .isEqualToIgnoringNanos(LocalDateTime.of(2026, 11, 23, 14, 5, 59));
      assertThat(row.getCell(5).getStringCellValue()).isEqualTo("oui");
      DataFormatter shown = new DataFormatter(java.util.Locale.FRANCE);
      assertThat(shown.formatCellValue(row.getCell(2))).isEqualTo("-38,50 €");
      assertThat(shown.formatCellValue(row.getCell(4))).isEqualTo("23/11/2026 14:05");
      assertThat(workbook.getSheetAt(0).getRow(2).getPhysicalNumberOfCells()).isZero();
    }
  }

  @Test
  void theSheetIsReadyToUse() throws IOException {
    try (XSSFWorkbook workbook = write(Lent.full(), Lent.of("x".repeat(200)))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("Prêts du lycée");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F3");
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("N° de série");
      assertThat(
              workbook
                  .getFontAt(sheet.getRow(0).getCell(0).getCellStyle().getFontIndex())
                  .getBold())
          .isTrue();
      assertThat(sheet.getColumnWidth(0)).isEqualTo(60 * 256);
      assertThat(sheet.getColumnWidth(4)).isEqualTo(17 * 256);
      assertThat(workbook.getProperties().getCoreProperties().getTitle())
          .isEqualTo("Prêts du lycée");
      assertThat(workbook.getProperties().getCoreProperties().getCreator()).isEqualTo("Région");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+33 6", "-12", "@SUM(A1)", "\t=1"})
  void l106_whatLooksLikeAFormulaStaysTextUnchanged(String text) throws IOException {
    try (XSSFWorkbook workbook = write(Lent.of(text))) {
      Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00123456789012345678", " a ", "_x0041_", "a_x000D_b", "<&>\"'", "😀"})
  void textComesBackAsItWas(String text) throws IOException {
    try (XSSFWorkbook workbook = write(Lent.of(text))) {
      Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
    }
  }

  @Test
  void forbiddenCharactersAndLongTextsAreHandled() throws IOException {
    Path target = folder.resolve("prets.xlsx");
    Written written =
        XlsxFile.write(
            target,
            Lent.TABLE,
            RowSource.of(List.of(Lent.of("a\u0000b"), Lent.of("y".repeat(40_000)))));
    assertThat(written).isEqualTo(new Written(2, 1, 1));
    try (XSSFWorkbook workbook = open(target)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("ab");
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
          .hasSize(32_767)
          .endsWith("[texte coupé]");
    }
  }

  @Test
  void whatANumberOrADateCannotHoldIsWrittenAsText() throws IOException {
    record Odd(long number, LocalDate date) {}
    Table<Odd> table =
        new Table<>(
            "t",
            "a",
            ZoneId.of("UTC"),
            List.of(Column.whole("n", Odd::number), Column.date("d", Odd::date)));
    Path target = folder.resolve("odd.xlsx");
    Odd odd = new Odd(1_234_567_890_123_456_789L, LocalDate.of(1789, 7, 14));
    XlsxFile.write(target, table, RowSource.of(List.of(odd)));
    try (XSSFWorkbook workbook = open(target)) {
      Row row = workbook.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("1234567890123456789");
      assertThat(row.getCell(1).getStringCellValue()).isEqualTo("14/07/1789");
    }
  }

  @Test
  void aFullSheetIsContinuedOnTheNext() throws IOException {
    Path target = folder.resolve("prets.xlsx");
    List<Lent> rows = IntStream.range(0, 7).mapToObj(i -> Lent.of("S" + i)).toList();
    Written written = XlsxFile.write(target, Lent.TABLE, RowSource.of(rows), 3);
    assertThat(written).isEqualTo(new Written(7, 3, 0));
    try (XSSFWorkbook workbook = open(target)) {
      assertThat(workbook.getSheetName(2)).isEqualTo("Prêts du lycée (3)");
      XSSFSheet last = workbook.getSheetAt(2);
      assertThat(last.getRow(0).getCell(0).getStringCellValue()).isEqualTo("N° de série");
      assertThat(last.getRow(1).getCell(0).getStringCellValue()).isEqualTo("S6");
      assertThat(last.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F2");
    }
  }

  @Test
  void anEmptyExportStillHasItsHeader() throws IOException {
    try (XSSFWorkbook workbook = write()) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
      assertThat(workbook.getSheetAt(0).getRow(0).getLastCellNum()).isEqualTo((short) 6);
    }
  }

  @Test
  void l105_aFailingRowLeavesNoFile() {
    Path target = folder.resolve("prets.xlsx");
    assertThatThrownBy(
            () ->
                XlsxFile.<Lent, SQLException>write(
                    target,
                    Lent.TABLE,
                    sink -> {
                      sink.accept(Lent.full());
                      throw new SQLException("cursor lost");
                    }))
        .isInstanceOf(SQLException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anAmountWithAThirdDecimalStopsTheExport() {
    Lent odd = new Lent("x", null, new BigDecimal("1.005"), null, null, null);
    assertThatThrownBy(
            () ->
                XlsxFile.write(
                    folder.resolve("prets.xlsx"), Lent.TABLE, RowSource.of(List.of(odd))))
        .isInstanceOf(ArithmeticException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
