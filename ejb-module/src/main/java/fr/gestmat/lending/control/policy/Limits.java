package fr.gestmat.lending.control.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many devices of one category a pupil may hold (L057).
 *
 * @param perCategory where no exception fits, 1 to 20
 * @param exceptions other numbers for a category, and for a group of pupils
 */
public record Limits(int perCategory, List<Differing> exceptions) {

  /** Copies the list. */
  public Limits {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Another number.
   *
   * @param category of devices
   * @param mef beginning of the MEF code of the pupils meant; empty for all
   * @param most 0 to 20; with 0 these pupils get none
   */
  public record Differing(String category, String mef, int most) {

    boolean fits(String wanted, Optional<String> level) {
      return category.equals(wanted)
          && (mef.isEmpty() || level.filter(l -> l.startsWith(mef)).isPresent());
    }
  }

  /** The same number of every category, for everybody. */
  public static Limits of(int perCategory) {
    return new Limits(perCategory, List.of());
  }

  /** The limit for a category and a pupil's level; the longest beginning that fits decides. */
  public int of(String category, Optional<String> mef) {
    return exceptions.stream()
        .filter(e -> e.fits(category, mef))
        .max(Comparator.comparingInt(e -> e.mef().length()))
        .map(Differing::most)
        .orElse(perCategory);
  }
}
