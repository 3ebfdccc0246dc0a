/**
 * Decides how sheets of cards look that people scan at the counter: commands, pupils of a class.
 */
@NullMarked
package fr.gestmat.reports.card;

import org.jspecify.annotations.NullMarked;
