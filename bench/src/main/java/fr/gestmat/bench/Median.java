package fr.gestmat.bench;

import java.util.Collection;
import java.util.List;

/** The value in the middle: one round that something disturbed does not count. */
final class Median {

  private Median() {}

  /**
   * The median.
   *
   * @param values at least one; of an even number, the mean of the two in the middle
   */
  static double of(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
