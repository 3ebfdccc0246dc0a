package fr.gestmat.bench;

import fr.gestmat.bench.load.Desk;
import fr.gestmat.bench.load.FlatOut;
import fr.gestmat.bench.load.HttpDesk;
import fr.gestmat.bench.load.Latencies;
import fr.gestmat.bench.load.OneByOne;
import fr.gestmat.bench.territory.LentPair;
import fr.gestmat.bench.territory.PastLoans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether a scan costs the same whatever was lent before and however many devices there are: one
 * desk alone, the things to compare in turn, in another order each round.
 */
final class ScanCost {

  private static final Duration WARM_UP = Duration.ofSeconds(45);

  /**
   * Rounds of warm-up before two products are compared: a virtual machine still gets faster after
   * 15,000 scans, and the younger one would look dearer.
   */
  private static final int WARMING_ROUNDS = 3;

  private static final int WARMING_DESKS = 8;
  private static final int ROUNDS = 5;
  private static final double MOST = 1.2;

  /** Loans of a round: few, so that the rounds themselves leave hardly a past. */
  private static final int LOANS = 100;

  private ScanCost() {}

  /** One of the things to compare, with the median of each round in microseconds. */
  private record Subject(String name, Desk desk, List<Double> medians) {

    Subject(String name, Desk desk) {
      this(name, desk, new ArrayList<>());
    }

    void run() throws Exception {
      Latencies times = OneByOne.run(desk, LOANS);
      medians.add(
          (double) times.checkOuts().getValueAtPercentile(50)
              + times.checkIns().getValueAtPercentile(50));
    }

    double median() {
      return Median.of(medians);
    }
  }

  static List<Figure> measure(Place place) throws Exception {
    Product region = place.region();
    List<Subject> depths = new ArrayList<>();
    for (PastLoans depth : PastLoans.values()) {
      depths.add(
          new Subject(
              String.format(Locale.ROOT, "%,d past loans", depth.loans()),
              desk(region, 0, region.plan().pairs(depth))));
    }
    warmUp(region);
    List<Figure> figures = new ArrayList<>(compare("A loan's two scans after ", depths));

    Product small = place.small();
    for (int round = 0; round < WARMING_ROUNDS; round++) {
      warmUp(small);
      warmUp(region);
    }
    List<Subject> sizes =
        List.of(
            new Subject("10,000 devices", desk(small, 1, small.plan().freePairs(1))),
            new Subject("300,000 devices", desk(region, 1, region.plan().freePairs(1))));
    figures.addAll(compare("A loan's two scans among ", sizes));
    return figures;
  }

  private static List<Figure> compare(String what, List<Subject> subjects) throws Exception {
    List<Subject> order = new ArrayList<>(subjects);
    for (int round = 0; round < ROUNDS; round++) {
      for (Subject subject : order) {
        subject.run();
      }
      Collections.rotate(order, 1);
    }
    List<Figure> figures = new ArrayList<>();
    for (Subject subject : subjects) {
      figures.add(Figure.of(what + subject.name(), "%.2f ms", subject.median() / 1e3));
      subject.desk().close();
    }
    double dearest = subjects.stream().mapToDouble(Subject::median).max().orElseThrow();
    double cheapest = subjects.stream().mapToDouble(Subject::median).min().orElseThrow();
    figures.add(Figure.atMost(MOST, dearest / cheapest, "", "The dearest beside the cheapest"));
    return figures;
  }

  private static void warmUp(Product product) throws Exception {
    Talk.say("Warm-up");
    List<Desk> desks = new ArrayList<>();
    for (int school = 2; school < 2 + WARMING_DESKS; school++) {
      desks.add(desk(product, school, product.plan().freePairs(school)));
    }
    FlatOut.run(desks, WARM_UP);
    for (Desk desk : desks) {
      desk.close();
    }
  }

  private static Desk desk(Product product, int school, List<LentPair> pairs) throws Exception {
    return new HttpDesk(
        product.server().httpPort(),
        product.tokens().agent(school),
        product.plan().uai(school),
        pairs);
  }
}
