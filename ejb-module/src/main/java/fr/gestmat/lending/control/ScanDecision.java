package fr.gestmat.lending.control;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule decides of a scan.
 *
 * @param outcome how it ends for the agent
 * @param findings why; the first decided, the others matter too
 * @param effect what it does
 * @param choices what the agent may choose; nothing is done as long as there is a choice, but a
 *     sighting
 */
public record ScanDecision(
    Outcome outcome, List<Finding> findings, ScanEffect effect, List<ScanChoice> choices) {

  /** Copies the lists. */
  public ScanDecision {
    findings = List.copyOf(findings);
    choices = List.copyOf(choices);
  }

  /** Done as asked. */
  static ScanDecision ok(ScanReason reason, Object... values) {
    return of(Outcome.OK, reason, values);
  }

  /** Unusual. */
  static ScanDecision warning(ScanReason reason, Object... values) {
    return of(Outcome.WARNING, reason, values);
  }

  /** Not done. */
  static ScanDecision refused(ScanReason reason, Object... values) {
    return of(Outcome.REFUSED, reason, values);
  }

  /** Not done, for all these reasons at once; at least one. */
  static ScanDecision refused(List<Finding> blockers) {
    return new ScanDecision(Outcome.REFUSED, blockers, new ScanEffect.Nothing(), List.of());
  }

  /** The same, which does something. */
  ScanDecision doing(ScanEffect what) {
    return new ScanDecision(outcome, findings, what, choices);
  }

  /** The same with one more reason. */
  ScanDecision also(ScanReason reason, Object... values) {
    return also(List.of(Finding.of(reason, values)));
  }

  /** The same with more reasons. */
  ScanDecision also(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new ScanDecision(outcome, all, effect, choices);
  }

  /** The same with what may be chosen. */
  ScanDecision offering(List<ScanChoice> what) {
    return new ScanDecision(outcome, findings, effect, what);
  }

  private static ScanDecision of(Outcome outcome, ScanReason reason, Object... values) {
    return new ScanDecision(
        outcome, List.of(Finding.of(reason, values)), new ScanEffect.Nothing(), List.of());
  }
}
