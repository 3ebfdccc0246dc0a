/**
 * Reads what a school feed says, record by record and line by line, in constant memory; decides
 * what can be understood and what must be reported, and knows nothing of the database.
 */
@NullMarked
package fr.gestmat.directory.control.feed;

import org.jspecify.annotations.NullMarked;
