/** Decides which labels are printed, and writes them as sheets. */
@NullMarked
package fr.gestmat.lending.control.label;

import org.jspecify.annotations.NullMarked;
