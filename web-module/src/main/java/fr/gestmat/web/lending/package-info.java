/** Pages of the stock, its deliveries and its loans. */
@NullMarked
package fr.gestmat.web.lending;

import org.jspecify.annotations.NullMarked;
