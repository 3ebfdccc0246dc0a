package fr.gestmat.demo.territory.aaf;

/**
 * How large an invented territory is.
 *
 * @param schools lycées, at least 1
 * @param pupils all their pupils, at least one for each school
 * @param guardians people responsible for them, at least 2
 * @param staff members of staff
 * @param seed what all names and links are drawn from
 */
public record TerritorySize(int schools, int pupils, int guardians, int staff, long seed) {

  /** A région: the sizes that the product has to hold (DOMAIN.md section 1). */
  public static final TerritorySize REGION = new TerritorySize(350, 220_000, 400_000, 3_500, 1);

  /** Refuses sizes that no files can be made of. */
  public TerritorySize {
    if (schools < 1 || pupils < schools || guardians < 2 || staff < 0) {
      throw new IllegalArgumentException(
          "at least one school, a pupil for each school and two guardians are needed");
    }
  }
}
