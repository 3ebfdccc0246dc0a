/**
 * Decides what a backup is: one archive with the database as SQL and the files that people handed
 * in, taken while the product is in use, and put back as a whole.
 */
@NullMarked
package fr.gestmat.demo.backup;

import org.jspecify.annotations.NullMarked;
