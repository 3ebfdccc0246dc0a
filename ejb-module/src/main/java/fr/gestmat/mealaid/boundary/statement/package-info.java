/** Statements of payment, in the hands of who runs the aid and of the schools' bursaries. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.statement;
