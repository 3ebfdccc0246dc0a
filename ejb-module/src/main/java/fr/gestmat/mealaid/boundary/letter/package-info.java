/** Texts of letters in the hands of who runs campaigns, and letters in those of officers. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.letter;
