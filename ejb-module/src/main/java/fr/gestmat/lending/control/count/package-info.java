/**
 * The inventory by scan: decides what a sighting means against what must be there, keeps every scan
 * with its answer, and decides nothing about what is missing.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.count;
