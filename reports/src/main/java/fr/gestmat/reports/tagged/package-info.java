/**
 * What makes a PDF readable for who listens to it: its title and language, and what is what on its
 * pages.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.reports.tagged;
