/**
 * Decides what stands in the files that people take away, and that nobody takes more than may be
 * seen at that moment.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.export;
