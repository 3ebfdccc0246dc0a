package fr.gestmat.bench.territory;

/**
 * How much a territory holds.
 *
 * @param schools at least 1
 * @param pupils all active
 * @param devices laptops
 * @param loans open and closed, all years together
 * @param openLoans at most one a pupil and one a device
 * @param pairsPerDepth pupils (and devices) of the first school for each depth of {@link
 *     PastLoans}, on top of nothing: they are part of the counts above
 */
public record TerritorySize(
    int schools, int pupils, int devices, int loans, int openLoans, int pairsPerDepth) {

  /** A region. */
  public static final TerritorySize REGION =
      new TerritorySize(350, 220_000, 300_000, 1_000_000, 200_000, 100);

  /** A territory with 10,000 devices, as densely lent as the region. */
  public static final TerritorySize SMALL = new TerritorySize(12, 7_334, 10_000, 33_333, 6_667, 0);

  /** One school with a class: what a directory is imported beside. */
  public static final TerritorySize EMPTY = new TerritorySize(1, 30, 30, 30, 15, 0);

  /** A territory with a pupil for each of the most applications for meal aid, and few devices. */
  public static final TerritorySize MEAL_AID =
      new TerritorySize(350, 300_000, 3_500, 3_500, 1_750, 0);

  /** Refuses what no school could hold. */
  public TerritorySize {
    if (schools < 1 || openLoans > Math.min(pupils, devices) || openLoans > loans) {
      throw new IllegalArgumentException("no such territory");
    }
  }
}
