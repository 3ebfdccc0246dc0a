/**
 * Decides how the schema changes: by numbered migrations run under an account of their own, so that
 * the application's account can read and write rows but never alter a table.
 */
@NullMarked
package fr.gestmat.sql;

import org.jspecify.annotations.NullMarked;
