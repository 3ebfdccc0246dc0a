package fr.gestmat.lending.control;

import java.util.stream.Collectors;

/**
 * Writes a decision on one line, for tables: {@code OUTCOME REASON(data)+... > effect ? choices}.
 */
final class Decisions {

  private Decisions() {}

  static String line(ScanDecision decision) {
    String reasons =
        decision.findings().stream()
            .map(f -> f.values().isEmpty() ? f.reason().name() : f.reason() + "" + f.values())
            .collect(Collectors.joining(" + "));
    String choices =
        decision.choices().isEmpty()
            ? ""
            : " ? " + decision.choices().stream().map(Enum::name).collect(Collectors.joining(" "));
    return decision.outcome() + " " + reasons + " > " + effect(decision.effect()) + choices;
  }

  private static String effect(ScanEffect effect) {
    if (effect instanceof ScanEffect.Move move) {
      return move.event() + move.destination().map(to -> " to " + to.name()).orElse("");
    }
    if (effect instanceof ScanEffect.Return back) {
      return "loan "
          + back.how()
          + ", device "
          + back.event()
          + back.destination().map(to -> " to " + to.name()).orElse("")
          + (back.at().equals(Situations.NOW) ? "" : " at " + back.at());
    }
    if (effect instanceof ScanEffect.Swap swap) {
      return "swap, " + effect(swap.comeback());
    }
    if (effect instanceof ScanEffect.Lend lend) {
      return "lend"
          + lend.dueOn().map(day -> " until " + day).orElse("")
          + (lend.closesPrevious() ? " after closing" : "")
          + (lend.override() ? " by override" : "");
    }
    if (effect instanceof ScanEffect.Extend extend) {
      return "extend" + extend.dueOn().map(day -> " until " + day).orElse("");
    }
    return effect.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}
