package fr.gestmat.bench;

import java.util.List;

/**
 * Something that can be measured.
 *
 * @param name what one writes after {@code script/bench}
 * @param about what it does, in one sentence
 * @param task does it
 */
record Measurement(String name, String about, Task task) {

  /** Measures. */
  @FunctionalInterface
  interface Task {

    /**
     * Does the measurement.
     *
     * @param place where the product is to be had
     * @throws Exception if something is not done as expected: then there is no figure
     */
    List<Figure> measure(Place place) throws Exception;
  }
}
