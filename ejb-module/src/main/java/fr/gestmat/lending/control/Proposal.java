package fr.gestmat.lending.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row of the decision table: what is answered when the agent chose nothing, and what each choice
 * would do. A choice that is no longer offered does nothing and says so.
 */
final class Proposal {

  private final ScanDecision unchosen;
  private final Map<ScanChoice, Supplier<ScanDecision>> choices = new EnumMap<>(ScanChoice.class);

  private Proposal(ScanDecision unchosen) {
    this.unchosen = unchosen;
  }

  static Proposal of(ScanDecision unchosen) {
    return new Proposal(unchosen);
  }

  Proposal or(ScanChoice choice, Supplier<ScanDecision> decision) {
    choices.put(choice, decision);
    return this;
  }

  /** The same choices under another answer. */
  Proposal answering(ScanDecision other) {
    Proposal same = new Proposal(other);
    same.choices.putAll(choices);
    return same;
  }

  ScanDecision unchosen() {
    return unchosen;
  }

  ScanDecision settle(Optional<ScanChoice> choice) {
    List<ScanChoice> offered = List.copyOf(choices.keySet());
    if (choice.isEmpty()) {
      return unchosen.offering(offered);
    }
    Supplier<ScanDecision> chosen = choices.get(choice.get());
    if (chosen != null) {
      return chosen.get();
    }
    ScanDecision refused = ScanDecision.refused(ScanReason.CHOICE_NOT_OFFERED);
    boolean saysWhatIs =
        unchosen.effect() instanceof ScanEffect.Nothing
            || unchosen.effect() instanceof ScanEffect.See;
    return (saysWhatIs ? refused.also(unchosen.findings()) : refused).offering(offered);
  }
}
