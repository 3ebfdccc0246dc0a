package fr.gestmat.lending.control.offline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A replay and its sums.
 *
 * @param key its place in the list
 * @param id public id
 * @param plannedAt when its order was fixed
 * @param plannedBy who asked for it; empty when it began by itself
 * @param endedAt when its last operation was played
 * @param total its operations
 * @param applied those that were recorded
 * @param refused those that were refused, or wait for a choice
 * @param skipped those that were left out
 * @param desks the desks that they come from
 * @param firstAt when the first of them was made
 * @param lastAt when the last of them was made
 */
public record ReplayLine(
    long key,
    UUID id,
    Instant plannedAt,
    String plannedBy,
    Optional<Instant> endedAt,
    long total,
    long applied,
    long refused,
    long skipped,
    long desks,
    Instant firstAt,
    Instant lastAt) {}
