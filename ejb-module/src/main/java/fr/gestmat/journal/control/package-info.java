/** The clock, and how a journal line is written. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.journal.control;
