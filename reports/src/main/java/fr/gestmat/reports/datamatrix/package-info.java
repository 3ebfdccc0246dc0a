/**
 * Finds the DataMatrix codes of photographed and scanned papers, however they lie: by their shape
 * first, then by the modules whose colour is known beforehand.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.reports.datamatrix;
