package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.entity.ChargeState;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the finance system says of charges, line by line: every line gets a verdict, none is passed
 * over.
 */
public final class FinanceAnswer {

  private static final Map<String, ChargeState.Event> WORDS =
      Map.of(
          "PAYE", ChargeState.Event.PAY,
          "PAYEE", ChargeState.Event.PAY,
          "SOLDE", ChargeState.Event.PAY,
          "SOLDEE", ChargeState.Event.PAY,
          "ANNULE", ChargeState.Event.CANCEL,
          "ANNULEE", ChargeState.Event.CANCEL,
          "REMBOURSE", ChargeState.Event.REFUNDED,
          "REMBOURSEE", ChargeState.Event.REFUNDED);

  private FinanceAnswer() {}

  /** A line as it was written. */
  public record Line(int line, String number, String state) {}

  /** What becomes of a line. */
  public enum Verdict {
    /** The charge moves. */
    MOVES,
    /** The charge stands there already. */
    SAME,
    /** The number is not one of ours. */
    NUMBER_UNREADABLE,
    /** No charge has this number. */
    NUMBER_UNKNOWN,
    /** The word for the state is not known. */
    STATE_UNREADABLE,
    /** The charge cannot go there from where it stands. */
    NOT_POSSIBLE,
    /** The file speaks of this number twice. */
    TWICE
  }

  /**
   * A judged line.
   *
   * @param line as it was written
   * @param verdict what becomes of it
   * @param from where the charge stands, if it is known
   * @param to where it would stand, if the word is known
   */
  public record Judged(
      Line line, Verdict verdict, Optional<ChargeState> from, Optional<ChargeState> to) {}

  /**
   * Judges all lines.
   *
   * @param standing where each numbered charge of the authority stands, by its number as text
   */
  public static List<Judged> judge(List<Line> lines, Map<String, ChargeState> standing) {
    List<Judged> judged = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Line line : lines) {
      judged.add(judge(line, standing, seen));
    }
    return judged;
  }

  /** A number in the form in which {@link #judge} finds it; empty if it is none. */
  public static Optional<String> normal(String number) {
    return ChargeNumbers.read(number).map(n -> ChargeNumbers.text(n.year(), n.number()));
  }

  private static Judged judge(Line line, Map<String, ChargeState> standing, Set<String> seen) {
    Optional<String> number = normal(line.number());
    if (number.isEmpty()) {
      return new Judged(line, Verdict.NUMBER_UNREADABLE, Optional.empty(), Optional.empty());
    }
    Optional<ChargeState> from = Optional.ofNullable(standing.get(number.get()));
    if (from.isEmpty()) {
      return new Judged(line, Verdict.NUMBER_UNKNOWN, Optional.empty(), Optional.empty());
    }
    if (!seen.add(number.get())) {
      return new Judged(line, Verdict.TWICE, from, Optional.empty());
    }
    Optional<ChargeState.Event> event = Optional.ofNullable(WORDS.get(plain(line.state())));
    if (event.isEmpty()) {
      return new Judged(line, Verdict.STATE_UNREADABLE, from, Optional.empty());
    }
    ChargeState wanted = wanted(event.get());
    if (from.get() == wanted) {
      return new Judged(line, Verdict.SAME, from, Optional.of(wanted));
    }
    return new Judged(
        line,
        from.get().on(event.get()).isPresent() ? Verdict.MOVES : Verdict.NOT_POSSIBLE,
        from,
        Optional.of(wanted));
  }

  private static ChargeState wanted(ChargeState.Event event) {
    return switch (event) {
      case PAY -> ChargeState.PAID;
      case REFUNDED -> ChargeState.REFUNDED;
      default -> ChargeState.CANCELLED;
    };
  }

  private static String plain(String word) {
    return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }
}
