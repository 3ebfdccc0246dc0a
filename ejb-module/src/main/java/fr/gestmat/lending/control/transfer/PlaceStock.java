package fr.gestmat.lending.control.transfer;

import java.util.Optional;

/**
 * A place of the authority with what it has, before next year's need.
 *
 * @param key database id
 * @param uai its code
 * @param name its name
 * @param kind {@code SCHOOL} or {@code POOL}
 * @param entrants next year's entrants; absent if nobody said, which is not 0
 * @param inStock devices ready to be lent
 * @param toCheck devices that somebody must look at
 * @param inRepair devices being mended
 * @param arriving devices on their way here
 * @param promised devices that open slips will take away, less those that they will bring
 */
public record PlaceStock(
    long key,
    String uai,
    String name,
    String kind,
    Optional<Integer> entrants,
    int inStock,
    int toCheck,
    int inRepair,
    int arriving,
    int promised) {

  private static final int AREA = 3;

  /**
   * What counts.
   *
   * @param toCheckPercent of the devices to check, how many will be good
   * @param inRepairPercent of the devices in repair, how many will be back
   * @param reservePercent devices that a school keeps beyond its entrants
   */
  public record Settings(int toCheckPercent, int inRepairPercent, int reservePercent) {

    /** Half of what is to check or in repair, and three for a hundred in reserve. */
    public static final Settings USUAL = new Settings(50, 50, 3);
  }

  /** Whether it takes part: a school whose need nobody said is left alone. */
  public boolean takesPart() {
    return kind.equals("POOL") || entrants.isPresent();
  }

  /** The place as the plan sees it. Only what is there in stock or to check can be given away. */
  public MovePlan.Place asPlace(Settings settings) {
    int wanted = entrants.orElse(0) * (100 + settings.reservePercent());
    int need = kind.equals("POOL") ? 0 : (wanted + 99) / 100;
    int good = inStock + toCheck * settings.toCheckPercent() / 100;
    int counted =
        Math.max(0, good + inRepair * settings.inRepairPercent() / 100 + arriving - promised);
    int movable = Math.max(0, good - Math.max(0, promised));
    return new MovePlan.Place(
        uai,
        uai.substring(0, Math.min(AREA, uai.length())),
        need,
        Math.min(counted, need + movable));
  }
}
