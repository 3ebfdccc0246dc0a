/** Decides what is said of a device's condition at both ends of a loan, and who may see it. */
@NullMarked
package fr.gestmat.lending.control.condition;

import org.jspecify.annotations.NullMarked;
