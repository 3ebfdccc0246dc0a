/** The inventory in the hands of who runs it and of who scans for it. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.count;
