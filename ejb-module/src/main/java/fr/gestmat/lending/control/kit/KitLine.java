package fr.gestmat.lending.control.kit;

import fr.gestmat.lending.entity.PieceFault;
import java.util.Optional;
import java.util.UUID;

/**
 * An exception that a desk states: everything that no line names is there.
 *
 * @param name what it is about
 * @param piece public id of the piece, if it has a code of its own
 * @param fault what is wrong
 * @param quantity how many, at least 1
 */
public record KitLine(String name, Optional<UUID> piece, PieceFault fault, int quantity) {}
