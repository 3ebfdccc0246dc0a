/**
 * Decides how a code becomes a printed label that a scanner reads: sheet formats as data, symbols
 * of whole printer dots with their quiet zones, and a clear refusal for what cannot be printed
 * legibly.
 */
@NullMarked
package fr.gestmat.reports.label;

import org.jspecify.annotations.NullMarked;
