/**
 * Decides how rows of the product become a spreadsheet: typed cells, French headings, nothing that
 * a spreadsheet program would run, and a file that is complete or absent.
 */
@NullMarked
package fr.gestmat.reports.spreadsheet;

import org.jspecify.annotations.NullMarked;
