/** Decides whether a device may be kept for a pupil, and keeps who it is kept for. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.reservation;
