/** Deliveries: what becomes of each line that a supplier or another system announces, and stock. */
@NullMarked
package fr.gestmat.lending.control.delivery;

import org.jspecify.annotations.NullMarked;
