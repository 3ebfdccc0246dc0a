/**
 * Decides what a spreadsheet that somebody sent us says: CSV of any usual dialect or XLSX, as rows
 * of text with their line numbers, and for anything else what is wrong with it.
 */
@NullMarked
package fr.gestmat.reports.sheet;

import org.jspecify.annotations.NullMarked;
