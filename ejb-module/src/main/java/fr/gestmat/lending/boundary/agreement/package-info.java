/** Use cases about loan agreements: of who writes them, who runs the loans, and who signs. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.agreement;
