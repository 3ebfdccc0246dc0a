package fr.gestmat.identity.boundary;

import java.time.Instant;
import java.util.Set;

/** What making a token leads to. */
public sealed interface TokenAnswer {

  /**
   * Made.
   *
   * @param secret what the other system sends; shown now and never again
   * @param purpose what it was made for
   * @param expires from when it is of no use
   */
  record Made(String secret, String purpose, Instant expires) implements TokenAnswer {}

  /**
   * Not made.
   *
   * @param reasons everything that is wrong
   */
  record Refused(Set<TokenRefusal> reasons) implements TokenAnswer {

    /** Keeps the set unchangeable. */
    public Refused {
      reasons = Set.copyOf(reasons);
    }
  }
}
