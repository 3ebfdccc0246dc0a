/**
 * Brings a set of feed files into the directory: stages it, compares it with what is known, and
 * applies it school by school, each school in one transaction.
 */
@NullMarked
package fr.gestmat.directory.control.intake;

import org.jspecify.annotations.NullMarked;
