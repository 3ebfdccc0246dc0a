package fr.gestmat.lending.entity;

/** What somebody may cause in lending; each right holds those before it. */
public enum LendingRight {
  /** Works at a desk: hands over and takes back. */
  DESK,
  /** Runs the stock of a school: declares, repairs, withdraws, overrides. */
  STOCK,
  /** Steers the whole authority. */
  REGION;

  /** Whether this right is enough where {@code needed} is asked for. */
  public boolean includes(LendingRight needed) {
    return compareTo(needed) >= 0;
  }
}
