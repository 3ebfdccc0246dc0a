/**
 * Decides what becomes of a running loan when the directory says that its pupil left, moved to
 * another school or is back.
 */
@NullMarked
package fr.gestmat.lending.control.departure;

import org.jspecify.annotations.NullMarked;
