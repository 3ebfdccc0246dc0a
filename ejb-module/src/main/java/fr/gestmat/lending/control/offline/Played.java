package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An operation and what became of it.
 *
 * @param scanId id of its scan
 * @param state how far it is
 * @param mode what the desk was doing
 * @param code the code as it was read
 * @param agent who did it
 * @param at when, by the server's clock
 * @param deskClock when, by the desk's own
 * @param outcome why: a reason of its answer, or {@link ReplayRules.Verdict}, or {@code NO_RIGHT},
 *     {@code SAME_ID}, {@code FAILED}; empty while it waits
 * @param changedAt when the device changed that made it be skipped
 * @param changedBy who changed it
 * @param tag the device's label, if a device carries the code
 * @param device public id of that device
 * @param answer the answer that it got when it was played
 */
public record Played(
    UUID scanId,
    State state,
    ScanMode mode,
    String code,
    String agent,
    Instant at,
    Instant deskClock,
    Optional<String> outcome,
    Optional<Instant> changedAt,
    Optional<String> changedBy,
    Optional<String> tag,
    Optional<UUID> device,
    Optional<ScanAnswer> answer) {

  /** How far an operation is. */
  public enum State {
    /** Received; a replay has still to take it. */
    WAITING,
    /** It has its place in a replay. */
    PLANNED,
    /** Played and recorded. */
    APPLIED,
    /** Played and refused, or somebody has to choose: nothing was done. */
    REFUSED,
    /** Left out: something newer is true. */
    SKIPPED
  }

  /** Whether its turn has come. */
  public boolean isDone() {
    return state != State.WAITING && state != State.PLANNED;
  }
}
