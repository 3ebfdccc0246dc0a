/** What becomes of a device, its loan and its pupil when it breaks, is lost or is stolen. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.incident;
