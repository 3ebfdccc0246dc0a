/**
 * What other components call to leave a line in the journal, and the transactions they do it in.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.journal.boundary;
