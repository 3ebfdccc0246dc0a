/**
 * What desks did without network: the list that they take along, the order in which their
 * operations are replayed, and which of them are skipped because something newer is true.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.offline;
