/** Use cases of the desk: scan, undo, and what the counter page shows around them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.desk;
