package fr.gestmat.lending.control.query;

import java.util.Optional;
import java.util.UUID;

/**
 * What a list of loans is narrowed to; what is absent does not narrow.
 *
 * @param kind which loans
 * @param school UAI of the school that issued them or where the pupil is
 * @param schoolClass public id of the pupil's class
 * @param pupil public id of the pupil
 * @param text names of the pupil, or beginning of a tag or serial number; empty for all
 */
public record LoanFilter(
    Kind kind,
    Optional<String> school,
    Optional<UUID> schoolClass,
    Optional<UUID> pupil,
    String text) {

  /** Every loan that is not over. */
  public static final LoanFilter RUNNING =
      new LoanFilter(Kind.RUNNING, Optional.empty(), Optional.empty(), Optional.empty(), "");

  /** Trims the text. */
  public LoanFilter {
    text = text.strip();
  }

  /** All loans of one pupil, past ones too. */
  public static LoanFilter ofPupil(UUID pupil) {
    return new LoanFilter(Kind.ALL, Optional.empty(), Optional.empty(), Optional.of(pupil), "");
  }

  /** Which loans, by where they stand. */
  public enum Kind {
    /** Not over. */
    RUNNING,
    /** Not over, and past the last day. */
    LATE,
    /** Not over, and the pupil has left or moved. */
    TO_RETURN,
    /** Declared lost. */
    LOST,
    /** The pupil says that it was given back. */
    CLAIMED_RETURNED,
    /** Over. */
    CLOSED,
    /** All. */
    ALL
  }
}
