/**
 * Decides how our PDF documents look: one typeface, French typography, pages that say their number.
 */
@NullMarked
package fr.gestmat.reports.document;

import org.jspecify.annotations.NullMarked;
