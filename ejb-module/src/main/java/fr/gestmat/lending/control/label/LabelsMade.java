package fr.gestmat.lending.control.label;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of an order of labels.
 *
 * @param file public id of the PDF; absent if no label could be printed
 * @param printed labels on the sheets
 * @param left what was left out, in the order it was asked for
 */
public record LabelsMade(Optional<UUID> file, int printed, List<Left> left) {

  /** Copies the list. */
  public LabelsMade {
    left = List.copyOf(left);
  }

  /**
   * A label that was left out.
   *
   * @param tag its tag as it was asked for
   * @param reason why
   */
  public record Left(String tag, Reason reason) {}

  /** Why a label was left out. */
  public enum Reason {
    /** There is no code. */
    EMPTY,
    /** The code holds a character that scanners cannot read. */
    CHARACTER,
    /** The code is too long for this size of label. */
    TOO_LONG,
    /** The caller sees no device with this tag. */
    UNKNOWN
  }
}
