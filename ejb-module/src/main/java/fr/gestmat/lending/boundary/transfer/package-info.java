/** Transfers in the hands of who sends, who receives, and the region that plans them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.transfer;
