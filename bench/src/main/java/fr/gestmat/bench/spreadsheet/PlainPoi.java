package fr.gestmat.bench.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The same cells written by POI's streaming workbook as its guide shows it, from memory. */
final class PlainPoi {

  private static final int ROWS_IN_MEMORY = 100;

  private PlainPoi() {}

  /** Writes rows, beginning again with the first as often as needed. */
  static void write(Path target, List<DeviceRow> rows, int count) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
        OutputStream out = Files.newOutputStream(target)) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      SXSSFSheet sheet = workbook.createSheet(DeviceRow.TABLE.title());
      Row header = sheet.createRow(0);
      for (int i = 0; i < DeviceRow.TABLE.columns().size(); i++) {
        header.createCell(i).setCellValue(DeviceRow.TABLE.columns().get(i).heading());
      }
      for (int i = 0; i < count; i++) {
        write(sheet.createRow(i + 1), rows.get(i % rows.size()), date);
      }
      workbook.write(out);
    }
  }

  private static void write(Row row, DeviceRow device, CellStyle date) {
    text(row, 0, device.tag());
    text(row, 1, device.serial());
    text(row, 2, device.model());
    text(row, 3, device.maker());
    text(row, 4, device.category());
    text(row, 5, device.state());
    text(row, 6, device.homeUai());
    text(row, 7, device.homeName());
    text(row, 8, device.placeUai());
    text(row, 9, device.storage());
    text(row, 10, device.grade());
    date(row, 11, device.purchasedOn() == null ? null : device.purchasedOn().atStartOfDay(), date);
    date(
        row,
        12,
        device.warrantyEndsOn() == null ? null : device.warrantyEndsOn().atStartOfDay(),
        date);
    if (device.price() != null) {
      row.createCell(13).setCellValue(device.price().doubleValue());
    }
    date(row, 14, LocalDateTime.ofInstant(device.createdAt(), ZoneOffset.UTC), date);
    text(row, 15, device.familyName());
    text(row, 16, device.givenName());
    date(
        row,
        17,
        device.checkedOutAt() == null
            ? null
            : LocalDateTime.ofInstant(device.checkedOutAt(), ZoneOffset.UTC),
        date);
    date(row, 18, device.dueOn() == null ? null : device.dueOn().atStartOfDay(), date);
    if (device.pupilId() != null) {
      row.createCell(19).setCellValue(device.pupilId());
    }
  }

  private static void text(Row row, int column, @Nullable String value) {
    if (value != null) {
      row.createCell(column).setCellValue(value);
    }
  }

  private static void date(Row row, int column, @Nullable LocalDateTime value, CellStyle style) {
    if (value != null) {
      Cell cell = row.createCell(column);
      cell.setCellValue(value);
      cell.setCellStyle(style);
    }
  }
}
