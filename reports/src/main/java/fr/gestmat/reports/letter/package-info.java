/**
 * Letters that a screen reader reads as well as an eye: tagged PDF with a title, a language and an
 * order of reading.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.reports.letter;
