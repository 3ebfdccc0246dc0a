package fr.gestmat.bench;

import fr.gestmat.lending.control.transfer.MovePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The proposal of moves between the schools of a region: with enough devices in all, and with too
 * few, where every rest must be placed.
 */
final class Transfers {

  private static final int SCHOOLS = 350;
  private static final int MOST = 600;
  private static final int ROUNDS = 5;
  private static final double MOST_SECONDS = 5;

  private Transfers() {}

  static List<Figure> measure(Place place) {
    List<Figure> figures = new ArrayList<>();
    for (boolean enough : new boolean[] {true, false}) {
      List<MovePlan.Place> region = region(enough);
      List<Double> seconds = new ArrayList<>();
      int moves = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        moves = MovePlan.propose(region).moves().size();
        seconds.add((System.nanoTime() - start) / 1e9);
      }
      double slowest = seconds.stream().mapToDouble(s -> s).max().orElseThrow();
      figures.add(
          Figure.atMost(
              MOST_SECONDS,
              slowest,
              "s",
              "Moves proposed for 350 schools, "
                  + (enough ? "enough" : "too few")
                  + " devices, slowest of 5"));
      figures.add(Figure.of("Moves of that proposal", "%d", moves));
    }
    return figures;
  }

  private static List<MovePlan.Place> region(boolean enough) {
    Random random = new Random(350);
    List<MovePlan.Place> places = new ArrayList<>();
    for (int i = 0; i < SCHOOLS; i++) {
      places.add(
          new MovePlan.Place(
              String.format("%07dA", i),
              String.format("%03d", random.nextInt(10)),
              random.nextInt(MOST),
              random.nextInt(enough ? MOST * 6 / 5 : MOST * 4 / 5)));
    }
    return places;
  }
}
