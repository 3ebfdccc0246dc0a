/** What only shows on the real server: transactions, locks, roles, HTTP and the pages. */
@NullMarked
package fr.gestmat.system;

import org.jspecify.annotations.NullMarked;
