package fr.gestmat.bench;

import fr.gestmat.bench.spreadsheet.SpreadsheetRun;
import fr.gestmat.bench.spreadsheet.SpreadsheetRun.Way;
import fr.gestmat.demo.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The region's devices as one spreadsheet: its heap, and its time beside POI alone. */
final class Spreadsheet {

  private static final int ROWS = 300_000;
  private static final double HEAP_LIMIT_MB = 64;
  private static final int ROUNDS = 3;

  private Spreadsheet() {}

  private record Taken(long bytes, double seconds) {}

  static List<Figure> measure(Place place) throws Exception {
    EmbeddedDatabase database = place.region().database();
    Taken heap = run(database, Way.HEAP);
    List<Double> product = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      product.add(run(database, Way.TIME).seconds());
      plain.add(run(database, Way.PLAIN_POI).seconds());
      ratios.add(product.get(round) / plain.get(round));
    }
    return List.of(
        Figure.atMost(
            HEAP_LIMIT_MB,
            heap.bytes() / 1e6,
            "MB",
            "Spreadsheet of 300,000 rows by 20 columns, live heap above idle"),
        Figure.of("Its time, read from a cursor", "%.1f s", Median.of(product)),
        Figure.of("The same cells by POI's SXSSF, fed from memory", "%.1f s", Median.of(plain)),
        Figure.of("Ratio of the two", "%.2f", Median.of(ratios)));
  }

  private static Taken run(EmbeddedDatabase database, Way way)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-XX:+UseG1GC",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            SpreadsheetRun.class.getName(),
            way.name(),
            Integer.toString(ROWS),
            database.url(),
            database.application().user());
    builder.environment().put("GESTMAT_DB_PASSWORD", database.application().password());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the spreadsheet failed: " + printed);
    }
    String[] parts = printed.split(" ");
    Taken taken = new Taken(Long.parseLong(parts[0]), Long.parseLong(parts[1]) / 1e3);
    Talk.say("%s: %.1f s, %.1f MB above idle", way, taken.seconds(), taken.bytes() / 1e6);
    return taken;
  }
}
