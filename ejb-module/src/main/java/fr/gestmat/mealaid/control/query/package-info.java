/** Statements of lists and of rows that no entity is for, run in the caller's transaction. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.query;
