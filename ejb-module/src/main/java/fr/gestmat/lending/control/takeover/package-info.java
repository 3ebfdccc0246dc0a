/** Decides what becomes of each row of a spreadsheet of devices that are already out there. */
@NullMarked
package fr.gestmat.lending.control.takeover;

import org.jspecify.annotations.NullMarked;
