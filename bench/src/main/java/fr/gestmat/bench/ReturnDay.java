package fr.gestmat.bench;

import fr.gestmat.bench.load.Desk;
import fr.gestmat.bench.load.FlatOut;
import fr.gestmat.bench.load.HttpDesk;
import fr.gestmat.bench.load.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A return day in June: 40 desks in as many schools of a whole region, each of which takes a device
 * back every two seconds, in no order, for a hundred seconds.
 */
final class ReturnDay {

  private static final int DESKS = 40;
  private static final int SCANS = 50;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private ReturnDay() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.region();
    List<Desk> desks = desks(product);
    Talk.say("Warm-up");
    FlatOut.run(desks, WARM_UP);
    Talk.say("%,d devices are lent", desks.size() * SCANS);
    for (Desk desk : desks) {
      desk.lendAhead(SCANS);
    }
    Talk.say("%d desks, a scan every %d s each", desks.size(), PERIOD.toSeconds());
    Histogram times = OpenLoop.run(desks, SCANS, PERIOD).checkIns();
    for (Desk desk : desks) {
      desk.close();
    }
    return List.of(
        Figure.of(
            "Return day, 40 desks at a scan every two seconds, p50",
            "%.1f ms (%,d scans)",
            times.getValueAtPercentile(50) / 1e3,
            times.getTotalCount()),
        Figure.atMost(50, times.getValueAtPercentile(95) / 1e3, "ms", "Return day, p95"),
        Figure.of("Return day, p99", "%.1f ms", times.getValueAtPercentile(99) / 1e3),
        Figure.of("Return day, slowest", "%.1f ms", times.getMaxValue() / 1e3));
  }

  /** A desk in each of the first schools. */
  private static List<Desk> desks(Product product) throws Exception {
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
}
