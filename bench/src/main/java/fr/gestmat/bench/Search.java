package fr.gestmat.bench;

import fr.gestmat.bench.territory.WebSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What somebody waits who types a name: every beginning of it is asked for, letter by letter, among
 * all pupils of the region.
 */
final class Search {

  private static final List<String> TYPED =
      List.of("martin emma", "lefevre", "le goff", "emma mar", "ben", "dupont jean", "z", "xyz");

  private static final int ROUNDS = 20;

  /** People take an answer for immediate up to a tenth of a second. */
  private static final double MOST_MS = 100;

  private Search() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.region();
    try (Connection owner = product.owner()) {
      Visit visit =
          new Visit(product.server().httpPort(), WebSession.open(owner, product.plan().size()));
      run(visit);
      Histogram times = run(visit);
      return List.of(
          Figure.of(
              "Search while typing among 220,000 pupils, p50",
              "%.1f ms (%,d searches)",
              times.getValueAtPercentile(50) / 1e3,
              times.getTotalCount()),
          Figure.atMost(MOST_MS, times.getValueAtPercentile(95) / 1e3, "ms", "Search, p95"),
          Figure.of("Search, slowest", "%.1f ms", times.getMaxValue() / 1e3));
    }
  }

  private static Histogram run(Visit visit) throws Exception {
    Histogram times = new Histogram(3);
    for (int round = 0; round < ROUNDS; round++) {
      for (String beginning : beginnings()) {
        String path =
            "/eleves?partie=resultats&q=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        visit.page(path);
        times.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
      }
    }
    return times;
  }

  private static List<String> beginnings() {
    List<String> beginnings = new ArrayList<>();
    for (String name : TYPED) {
      for (int length = 1; length <= name.length(); length++) {
        beginnings.add(name.substring(0, length).toLowerCase(Locale.ROOT));
      }
    }
    return beginnings;
  }
}
