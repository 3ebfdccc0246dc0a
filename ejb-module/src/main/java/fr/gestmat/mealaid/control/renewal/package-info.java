/** Telling last year's families that a new campaign is open, each once. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.renewal;
