package fr.gestmat.lending.control;

import fr.gestmat.lending.entity.ConditionGrade;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a printed command card tells the station; the text of the card is {@link #card()}. */
public enum ScanCommand {
  /** Go on with returns. */
  CHECK_IN(ScanReason.COMMAND_CHECK_IN),
  /** Go on with hand-overs. */
  CHECK_OUT(ScanReason.COMMAND_CHECK_OUT),
  /** The next devices are new. */
  GRADE_NEW(ScanReason.COMMAND_GRADE),
  /** The next devices are in good condition. */
  GRADE_GOOD(ScanReason.COMMAND_GRADE),
  /** The next devices are worn. */
  GRADE_WORN(ScanReason.COMMAND_GRADE),
  /** The next devices are damaged. */
  GRADE_DAMAGED(ScanReason.COMMAND_GRADE),
  /** The next devices miss a piece. */
  GRADE_INCOMPLETE(ScanReason.COMMAND_GRADE),
  /** Undo the last scan. */
  UNDO(ScanReason.COMMAND_UNDO),
  /** End the session. */
  END(ScanReason.COMMAND_END);

  private static final String PREFIX = "GESTMAT-";

  private final ScanReason reason;

  ScanCommand(ScanReason reason) {
    this.reason = reason;
  }

  /** The text printed on the card, e.g. {@code GESTMAT-GRADE-DAMAGED}. */
  public String card() {
    return PREFIX + name().replace('_', '-');
  }

  /** What the answer says. */
  public ScanReason reason() {
    return reason;
  }

  /** The grade that the card sets, if it sets one. */
  public Optional<ConditionGrade> grade() {
    return reason == ScanReason.COMMAND_GRADE
        ? Optional.of(ConditionGrade.valueOf(name().substring("GRADE_".length())))
        : Optional.empty();
  }

  /** The command of a code in normal form, if it is a command card. */
  static Optional<ScanCommand> of(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(c -> c.card().equals(upper)).findFirst();
  }
}
