/**
 * Decides what a file that a family sends may be: its bytes say what it is, a PDF is written anew
 * without anything that acts, and what cannot be read is answered with a reason.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.reports.attachment;
