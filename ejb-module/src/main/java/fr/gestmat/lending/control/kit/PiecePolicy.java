package fr.gestmat.lending.control.kit;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.entity.DeviceState;
import java.util.List;
import java.util.Optional;

/**
 * What a scan of a piece with a code of its own comes to. It never lends or takes back the device:
 * a charger that comes alone ends no loan (L066).
 */
public final class PiecePolicy {

  private PiecePolicy() {}

  /**
   * What is known of the piece.
   *
   * @param name what it is
   * @param tag tag of the device whose kit it belongs to
   * @param device where that device stands
   * @param isMissing whether it is noted as missing or broken
   */
  public record Situation(String name, String tag, DeviceState device, boolean isMissing) {}

  /** What becomes of the piece. */
  public enum Effect {
    /** Nothing. */
    NONE,
    /** It is not missing any more. */
    FOUND,
    /** It belongs to no kit any more. */
    TAKEN_OUT
  }

  /**
   * What is decided.
   *
   * @param outcome how it ends for the agent
   * @param finding why
   * @param effect what it does
   * @param choices what the agent may choose
   */
  public record Decision(
      Outcome outcome, Finding finding, Effect effect, List<ScanChoice> choices) {}

  /** Decides on a piece of a device's kit. */
  public static Decision decide(Situation piece, ScanMode mode, Optional<ScanChoice> choice) {
    boolean isLent = piece.device() == DeviceState.ON_LOAN;
    if (choice.filter(c -> c != ScanChoice.TAKE_PIECE_OUT).isPresent()) {
      return new Decision(
          Outcome.REFUSED, Finding.of(ScanReason.CHOICE_NOT_OFFERED), Effect.NONE, List.of());
    }
    if (choice.isPresent()) {
      return new Decision(
          Outcome.WARNING, about(ScanReason.PIECE_TAKEN_OUT, piece), Effect.TAKEN_OUT, List.of());
    }
    if (piece.isMissing()) {
      return new Decision(
          Outcome.WARNING, about(ScanReason.PIECE_FOUND, piece), Effect.FOUND, List.of());
    }
    if (mode == ScanMode.CHECK_IN && isLent) {
      return new Decision(
          Outcome.WARNING,
          about(ScanReason.PIECE_WITHOUT_DEVICE, piece),
          Effect.NONE,
          List.of(ScanChoice.TAKE_PIECE_OUT));
    }
    if (mode == ScanMode.CHECK_OUT && !isLent) {
      return new Decision(
          Outcome.WARNING,
          about(ScanReason.PIECE_BEFORE_DEVICE, piece),
          Effect.NONE,
          List.of(ScanChoice.TAKE_PIECE_OUT));
    }
    return new Decision(Outcome.OK, about(ScanReason.PIECE_PRESENT, piece), Effect.NONE, List.of());
  }

  private static Finding about(ScanReason reason, Situation piece) {
    return Finding.of(reason, piece.name(), piece.tag());
  }
}
