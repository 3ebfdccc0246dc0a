package fr.gestmat.bench.spreadsheet;

import fr.gestmat.bench.heap.LiveHeap;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the region's spreadsheet in this virtual machine and prints what that took: bytes alive on
 * the heap above idle (0 when only the time counts), then milliseconds.
 */
public final class SpreadsheetRun {

  /** How a spreadsheet is written. */
  public enum Way {
    /** By the product, from a cursor, with a look at the heap. */
    HEAP,
    /** By the product, from a cursor. */
    TIME,
    /** By POI alone, from memory. */
    PLAIN_POI
  }

  private static final int ROWS_IN_MEMORY = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private SpreadsheetRun() {}

  /** Arguments: way, rows, JDBC address, user; the password is in GESTMAT_DB_PASSWORD. */
  public static void main(String[] args) throws Exception {
    Way way = Way.valueOf(args[0]);
    int rows = Integer.parseInt(args[1]);
    Path target = Files.createTempFile("bench", ".xlsx");
    try (Connection connection =
        DriverManager.getConnection(args[2], args[3], System.getenv("GESTMAT_DB_PASSWORD"))) {
      write(way == Way.HEAP ? Way.TIME : way, connection, ROWS_IN_MEMORY, target);
      long idle = LiveHeap.now(LiveHeap.here());
      long start = System.nanoTime();
      long highest = idle;
      if (way == Way.HEAP) {
        try (LiveHeap heap = new LiveHeap(LiveHeap.here(), PAUSE)) {
          write(Way.TIME, connection, rows, target);
          highest = heap.highest();
        }
      } else {
        write(way, connection, rows, target);
      }
      System.out.println(
          Math.max(0, highest - idle) + " " + (System.nanoTime() - start) / 1_000_000);
    } finally {
      Files.deleteIfExists(target);
    }
  }

  private static void write(Way way, Connection connection, int rows, Path target)
      throws Exception {
    if (way == Way.PLAIN_POI) {
      List<DeviceRow> memory = new ArrayList<>();
      DeviceRow.from(connection, ROWS_IN_MEMORY).pushTo(memory::add);
      PlainPoi.write(target, memory, rows);
    } else {
      XlsxFile.write(target, DeviceRow.TABLE, DeviceRow.from(connection, rows));
    }
  }
}
