package fr.gestmat.mealaid.control.followup;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Delays in whole days, each with how often it was seen. */
public final class Delays {

  private final TreeMap<Integer, Long> seen = new TreeMap<>();

  /** Adds a delay that was seen some times. */
  public void add(int days, long times) {
    seen.merge(days, times, Long::sum);
  }

  /**
   * The delay that half of all do not exceed; of an even number the lower of the two in the middle,
   * so that it is one that somebody has waited. Empty if none was seen.
   */
  public Optional<Integer> median() {
    long all = seen.values().stream().mapToLong(Long::longValue).sum();
    long before = 0;
    for (Map.Entry<Integer, Long> one : seen.entrySet()) {
      before += one.getValue();
      if (before * 2 >= all) {
        return Optional.of(one.getKey());
      }
    }
    return Optional.empty();
  }
}
