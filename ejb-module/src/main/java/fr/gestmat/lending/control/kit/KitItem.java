package fr.gestmat.lending.control.kit;

import java.util.Optional;
import java.util.UUID;

/**
 * A line of a kit as a desk checks it: counted pieces of one name, or one piece with its own code.
 *
 * @param name what it is
 * @param piece public id of the piece; empty for counted ones
 * @param code its own code; empty for counted ones
 * @param expected how many belong to it
 * @param missing how many were missing or broken already
 */
public record KitItem(
    String name, Optional<UUID> piece, Optional<String> code, int expected, int missing) {

  /** How many there are to be lent and to come back. */
  public int present() {
    return expected - missing;
  }

  /** Whether a line of a statement is about it. */
  boolean is(KitLine line) {
    return piece.equals(line.piece()) && (piece.isPresent() || name.equals(line.name()));
  }
}
