/** The end of schooling in the hands of who runs a school's lending. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.cession;
