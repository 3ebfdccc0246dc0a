package fr.gestmat.lending.control.departure;

/** Where the holder of a running loan is now, as the directory says. */
enum Whereabouts {
  /** In no school of the authority any more. */
  GONE,
  /** In the school that issued the loan. */
  AT_ISSUER,
  /** In another school of the authority. */
  ELSEWHERE;

  /**
   * Whether the device has to come back at once, whatever its due date (DOMAIN.md section 1). Who
   * left the authority gives it back; inside the authority policy says whether it follows.
   *
   * @param loanFollows the authority's policy
   */
  boolean mustReturn(boolean loanFollows) {
    return switch (this) {
      case GONE -> true;
      case AT_ISSUER -> false;
      case ELSEWHERE -> !loanFollows;
    };
  }
}
