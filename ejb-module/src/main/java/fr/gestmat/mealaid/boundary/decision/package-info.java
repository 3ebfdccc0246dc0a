/** Decisions in the hands of officers: one by one, and many in one go. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.decision;
