package fr.gestmat.reports.spreadsheet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Measures an export by hand: 300,000 rows of 20 columns, the time, and the heap that is live while
 * it is written (after a collection), above what was live before. Not a test.
 */
final class XlsxMeasure {
  private static final int ROWS = 300_000;
  private static final int COLUMNS = 20;
  private static final int PROBE_EVERY = 30_000;

  private XlsxMeasure() {}

  private static Column<Integer> column(int at) {
    String heading = "Colonne " + at;
    IntFunction<String> word = i -> "Valeur " + at + " ligne " + (i * 31L + at);
    return switch (at % 5) {
      case 0 -> Column.whole(heading, i -> i * 7L + at);
      case 1 -> Column.money(heading, i -> BigDecimal.valueOf(i * 13L + at, 2));
      case 2 -> Column.date(heading, i -> LocalDate.of(2020, 1, 1).plusDays(i % 2000));
      case 3 -> Column.instant(heading, i -> Instant.ofEpochSecond(1_700_000_000L + i * 60L));
      default -> Column.text(heading, word::apply);
    };
  }

  private static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  public static void main(String[] args) throws IOException {
    boolean probe = args.length > 0;
    List<Column<Integer>> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(column(i));
    }
    Table<Integer> table = new Table<>("Mesure", "Gestmat", ZoneId.of("Europe/Paris"), columns);
    for (int round = 0; round < 3; round++) {
      Path target = Files.createTempFile("mesure", ".xlsx");
      long idle = liveBytes();
      AtomicLong most = new AtomicLong();
      long start = System.nanoTime();
      XlsxFile.write(
          target,
          table,
          sink -> {
            for (int i = 0; i < ROWS; i++) {
              sink.accept(i);
              if (probe && i % PROBE_EVERY == PROBE_EVERY - 1) {
                most.accumulateAndGet(liveBytes() - idle, Math::max);
              }
            }
          });
      System.out.printf(
          "%.1f s, %.1f MB of file, live heap above idle at most %.1f MB%n",
          (System.nanoTime() - start) / 1e9, Files.size(target) / 1e6, most.get() / 1e6);
      Files.delete(target);
    }
  }
}
