/**
 * Decides what belongs to a device's kit, and what may be said of it at a hand-over or a return.
 */
@NullMarked
package fr.gestmat.lending.control.kit;

import org.jspecify.annotations.NullMarked;
