package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.kit.KitItem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to a scan, before it is put into sentences.
 *
 * @param outcome how it ends for the agent
 * @param reasons why; the first decided
 * @param matchedBy what the code was; empty if nothing
 * @param device the device as it stands now
 * @param loan the loan that was decided on, as it stands now
 * @param pupil the pupil concerned, if the agent may know
 * @param choices what may be chosen
 * @param kit what to check with the device; empty if it was neither handed over nor taken back
 */
public record ScanAnswer(
    Outcome outcome,
    List<Finding> reasons,
    Optional<ScanMatch> matchedBy,
    Optional<DeviceView> device,
    Optional<LoanView> loan,
    Optional<PupilView> pupil,
    List<Offer> choices,
    List<KitItem> kit) {

  /** An answer without a kit to check. */
  public ScanAnswer(
      Outcome outcome,
      List<Finding> reasons,
      Optional<ScanMatch> matchedBy,
      Optional<DeviceView> device,
      Optional<LoanView> loan,
      Optional<PupilView> pupil,
      List<Offer> choices) {
    this(outcome, reasons, matchedBy, device, loan, pupil, choices, List.of());
  }

  /** Copies the lists. */
  public ScanAnswer {
    kit = List.copyOf(kit);
    reasons = List.copyOf(reasons);
    choices = List.copyOf(choices);
  }

  /** An answer about no device and nobody. */
  public static ScanAnswer of(Outcome outcome, Finding reason) {
    return new ScanAnswer(
        outcome,
        List.of(reason),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same, about what the code was. */
  public ScanAnswer matching(ScanMatch match) {
    return new ScanAnswer(outcome, reasons, Optional.of(match), device, loan, pupil, choices);
  }

  /** The same, about a pupil. */
  public ScanAnswer about(PupilView who) {
    return new ScanAnswer(outcome, reasons, matchedBy, device, loan, Optional.of(who), choices);
  }

  /** The same, with choices. */
  public ScanAnswer offering(List<Offer> offers) {
    return new ScanAnswer(outcome, reasons, matchedBy, device, loan, pupil, offers);
  }

  /** The same, with a kit to check. */
  public ScanAnswer checking(List<KitItem> items) {
    return new ScanAnswer(outcome, reasons, matchedBy, device, loan, pupil, choices, items);
  }

  /**
   * A choice with what its button says.
   *
   * @param choice which
   * @param device the device that it is about, when the code alone does not say it
   * @param about a name, a school or a tag for the button's text; may be empty
   */
  public record Offer(ScanChoice choice, Optional<UUID> device, String about) {

    /** The code to send back. */
    public String code() {
      return device.map(id -> choice + ":" + id).orElse(choice.name());
    }
  }
}
