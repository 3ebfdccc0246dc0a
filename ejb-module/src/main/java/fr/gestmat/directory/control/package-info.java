/** Queries and rules of the directory that need no feed. */
@NullMarked
package fr.gestmat.directory.control;

import org.jspecify.annotations.NullMarked;
