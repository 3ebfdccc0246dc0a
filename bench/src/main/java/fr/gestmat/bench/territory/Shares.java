package fr.gestmat.bench.territory;

/** Splits a row of things into consecutive parts that differ by one at most. All counts from 0. */
final class Shares {

  private Shares() {}

  /** The first thing of a part; of the part after the last, the number of things. */
  static int first(int things, int parts, int part) {
    return (int) ((long) things * part / parts);
  }

  /** How many things a part has. */
  static int size(int things, int parts, int part) {
    return first(things, parts, part + 1) - first(things, parts, part);
  }

  /** The part that a thing is in. */
  static int partOf(int things, int parts, int thing) {
    return (int) (((long) (thing + 1) * parts - 1) / things);
  }
}
