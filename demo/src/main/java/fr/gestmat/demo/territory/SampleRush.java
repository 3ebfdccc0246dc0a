package fr.gestmat.demo.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How many families apply on which days of a campaign, as weights from its first day on. */
final class SampleRush {

  /** Many at once, fewer then, some more when they are reminded, and most before the last day. */
  static final List<Integer> THIS_YEAR =
      weights(
          new int[] {1, 14},
          new int[] {1, 10},
          new int[] {1, 7},
          new int[] {4, 4},
          new int[] {21, 2},
          new int[] {1, 7},
          new int[] {1, 8},
          new int[] {1, 5},
          new int[] {25, 2},
          new int[] {1, 4},
          new int[] {1, 6},
          new int[] {1, 8},
          new int[] {2, 11});

  /** From the first of June: a quiet summer, a rush until 15 October, and late ones. */
  static final List<Integer> LAST_YEAR =
      weights(
          new int[] {20, 1},
          new int[] {65, 0},
          new int[] {37, 3},
          new int[] {9, 4},
          new int[] {1, 12},
          new int[] {1, 14},
          new int[] {1, 18},
          new int[] {1, 22},
          new int[] {1, 26},
          new int[] {1, 30},
          new int[] {32, 1});

  private SampleRush() {}

  /** Runs of days, each with how many and their weight. */
  private static List<Integer> weights(int[]... runs) {
    List<Integer> all = new ArrayList<>();
    Arrays.stream(runs).forEach(run -> all.addAll(Collections.nCopies(run[0], run[1])));
    return List.copyOf(all);
  }
}
