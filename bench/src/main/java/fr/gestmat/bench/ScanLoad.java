package fr.gestmat.bench;

import fr.gestmat.bench.load.BareDesk;
import fr.gestmat.bench.load.Desk;
import fr.gestmat.bench.load.FlatOut;
import fr.gestmat.bench.load.HttpDesk;
import fr.gestmat.bench.load.Latencies;
import fr.gestmat.bench.load.OpenLoop;
import fr.gestmat.bench.load.ScanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long scans take when 25 desks scan once a second, and how many there can be in a second when
 * the same desks scan as fast as they can, beside bare JDBC that runs the same statements in turn.
 */
final class ScanLoad {

  private static final int DESKS = 25;
  private static final Duration WARM_UP = Duration.ofSeconds(90);
  private static final Duration HTTP = Duration.ofSeconds(8);
  private static final Duration BARE = Duration.ofSeconds(5);
  private static final int OPEN_LOOP_SECONDS = 60;
  private static final int ROUNDS = 5;

  /** Scans of each kind of which the one with the fewest statements counts: jobs run beside. */
  private static final int COUNTED = 8;

  private ScanLoad() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.region();
    List<Figure> figures = new ArrayList<>();
    List<Desk> desks = httpDesks(product);
    Talk.say("Warm-up");
    FlatOut.run(desks, WARM_UP);
    Talk.say("25 desks, a scan a second each, %d s", OPEN_LOOP_SECONDS);
    figures.addAll(latencies(OpenLoop.run(desks, OPEN_LOOP_SECONDS, Duration.ofSeconds(1))));
    List<Desk> bare = bareDesks(product);
    figures.addAll(statements(product, desks.get(0), bare.get(0)));
    figures.addAll(throughput(desks, bare));
    for (Desk desk : desks) {
      desk.close();
    }
    for (Desk desk : bare) {
      desk.close();
    }
    return figures;
  }

  /** A desk in each of the first schools but the one that past loans are kept for. */
  private static List<Desk> httpDesks(Product product) throws Exception {
    List<Desk> desks = new ArrayList<>();
    for (int school = 1; school <= DESKS; school++) {
      desks.add(
          new HttpDesk(
              product.server().httpPort(),
              product.tokens().agent(school),
              product.plan().uai(school),
              product.plan().freePairs(school)));
    }
    return desks;
  }

  /** The same desks once more, straight on the database. */
  private static List<Desk> bareDesks(Product product) throws Exception {
    List<Desk> desks = new ArrayList<>();
    for (int school = 1; school <= DESKS; school++) {
      desks.add(
          new BareDesk(product.database().connect(), school, product.plan().freePairs(school)));
    }
    return desks;
  }

  private static List<Figure> latencies(Latencies times) {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(latencies("Check-out", times.checkOuts()));
    figures.addAll(latencies("Check-in", times.checkIns()));
    return figures;
  }

  private static List<Figure> latencies(String of, Histogram times) {
    return List.of(
        Figure.of(
            of + ", 25 desks at a scan a second, p50",
            "%.1f ms (%,d scans)",
            times.getValueAtPercentile(50) / 1e3,
            times.getTotalCount()),
        Figure.atMost(20, times.getValueAtPercentile(95) / 1e3, "ms", of + ", p95"),
        Figure.atMost(50, times.getValueAtPercentile(99) / 1e3, "ms", of + ", p99"),
        Figure.of(of + ", slowest", "%.1f ms", times.getMaxValue() / 1e3));
  }

  /** What is compared must be the same: as many statements, neither more nor less. */
  private static List<Figure> statements(Product product, Desk http, Desk bare) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (StatementCount count = new StatementCount(product.owner())) {
      Map<ScanKind, Long> ofProduct = fewest(count, http);
      Map<ScanKind, Long> ofBare = fewest(count, bare);
      for (ScanKind kind : ScanKind.values()) {
        figures.add(
            Figure.atMost(
                ofBare.getOrDefault(kind, 0L),
                ofProduct.getOrDefault(kind, 0L),
                "",
                "Statements of a " + kind.text() + " beside bare JDBC, commit left out"));
      }
    }
    return figures;
  }

  private static Map<ScanKind, Long> fewest(StatementCount count, Desk desk) throws Exception {
    Map<ScanKind, Long> fewest = new EnumMap<>(ScanKind.class);
    for (int scan = 0; scan < 2 * COUNTED; scan++) {
      ScanKind kind = desk.next();
      long before = count.now();
      desk.scan();
      fewest.merge(kind, count.now() - before - 1, Math::min);
    }
    return fewest;
  }

  private static List<Figure> throughput(List<Desk> desks, List<Desk> bare) throws Exception {
    List<Double> ofProduct = new ArrayList<>();
    List<Double> ofBare = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    FlatOut.run(bare, BARE);
    for (int round = 0; round < ROUNDS; round++) {
      ofProduct.add(FlatOut.run(desks, HTTP));
      ofBare.add(FlatOut.run(bare, BARE));
      ratios.add(ofProduct.get(round) / ofBare.get(round));
      Talk.say(
          "Flat out: %.0f scans a second, bare JDBC %.0f", ofProduct.get(round), ofBare.get(round));
    }
    return List.of(
        Figure.of("Scans a second, flat out over 25 connections", "%,.0f", Median.of(ofProduct)),
        Figure.of(
            "The same statements by bare JDBC, 25 threads, a second", "%,.0f", Median.of(ofBare)),
        Figure.atLeast(0.5, Median.of(ratios), "", "Ratio of the two"));
  }
}
