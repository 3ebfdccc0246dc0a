package fr.gestmat.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a use case that changes something went.
 *
 * @param <T> what a done one hands back
 */
public sealed interface Answer<T> {

  /**
   * Done.
   *
   * @param <T> what it hands back
   * @param value that
   */
  record Done<T>(T value) implements Answer<T> {}

  /**
   * Nothing was changed; all reasons at once.
   *
   * @param <T> what a done one hands back
   * @param reasons at least one
   */
  record Refused<T>(List<Refusal> reasons) implements Answer<T> {}

  /**
   * Nothing was changed: somebody else changed the same thing meanwhile. What was entered can be
   * sent again on the fresh version.
   *
   * @param <T> what a done one hands back
   * @param by who, if known
   * @param at when, if known
   * @param version the fresh version
   */
  record Stale<T>(Optional<String> by, Optional<Instant> at, int version) implements Answer<T> {}

  /**
   * What comes next if it was done; why it was not done goes on as it is.
   *
   * @param <U> what the next step hands back
   */
  default <U> Answer<U> then(Function<? super T, Answer<U>> next) {
    if (this instanceof Done<T> done) {
      return next.apply(done.value());
    }
    if (this instanceof Stale<T> stale) {
      return new Stale<>(stale.by(), stale.at(), stale.version());
    }
    return new Refused<>(((Refused<T>) this).reasons());
  }

  /** Refused for one reason. */
  static <T> Answer<T> refused(Refusal reason) {
    return new Refused<>(List.of(reason));
  }
}
