/**
 * Devices that travel between the places of an authority: the slip that they travel on, and which
 * moves next year's needs ask for.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.transfer;
