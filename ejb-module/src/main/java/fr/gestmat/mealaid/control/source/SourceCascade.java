package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.control.source.SourceAnswer.TooEarly;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several sources for one fact, asked in their order (M-F21): the first value counts, "not found"
 * goes on to the next, and a fault is no answer. Values that contradict each other are all kept and
 * reported; then the authority's own one counts.
 */
public final class SourceCascade {

  private SourceCascade() {}

  /**
   * What one source said.
   *
   * @param <T> the fact
   * @param source its name
   * @param ofAuthority whether the authority itself established it, from a document
   * @param value the fact, if the source knows it
   * @param silence why it does not say it, if so
   */
  public record Heard<T>(
      String source, boolean ofAuthority, Optional<T> value, Optional<SourceAnswer> silence) {

    /** A source that knows. */
    public static <T> Heard<T> known(String source, boolean ofAuthority, T value) {
      return new Heard<>(source, ofAuthority, Optional.of(value), Optional.empty());
    }

    /** A source that does not. */
    public static <T> Heard<T> silent(String source, SourceAnswer why) {
      return new Heard<>(source, false, Optional.empty(), Optional.of(why));
    }
  }

  /** What comes of it. */
  public enum Outcome {
    /** There is a value. */
    VALUE,
    /** A source will answer later: nothing may be concluded before. */
    LATER,
    /** A person has to look at an answer. */
    PERSON,
    /** Nobody knows: the family gives a document. */
    DOCUMENT
  }

  /**
   * The judgement.
   *
   * @param <T> the fact
   * @param outcome what comes of it
   * @param counts the value that counts, if there is one
   * @param contradicting the others that say something else
   */
  public record Verdict<T>(
      Outcome outcome, Optional<Heard<T>> counts, List<Heard<T>> contradicting) {}

  /**
   * Judges.
   *
   * @param all in the order in which the sources are trusted
   * @param compared what of a value makes two of them agree
   */
  public static <T> Verdict<T> judge(List<Heard<T>> all, Function<T, ?> compared) {
    List<Heard<T>> known = all.stream().filter(heard -> heard.value().isPresent()).toList();
    if (known.isEmpty()) {
      return new Verdict<>(silence(all), Optional.empty(), List.of());
    }
    Heard<T> counts =
        known.stream().filter(Heard::ofAuthority).findFirst().orElseGet(() -> known.get(0));
    Object said = counts.value().map(compared).orElseThrow();
    return new Verdict<>(
        Outcome.VALUE,
        Optional.of(counts),
        known.stream()
            .filter(heard -> !Objects.equals(heard.value().map(compared).orElseThrow(), said))
            .toList());
  }

  private static <T> Outcome silence(List<Heard<T>> all) {
    List<SourceAnswer> why = all.stream().flatMap(heard -> heard.silence().stream()).toList();
    if (why.stream().anyMatch(one -> one instanceof Later || one instanceof TooEarly)) {
      return Outcome.LATER;
    }
    return why.stream().anyMatch(Refused.class::isInstance) ? Outcome.PERSON : Outcome.DOCUMENT;
  }
}
