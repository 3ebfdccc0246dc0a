/**
 * Decisions on applications: what stands against one, what it gives in each term, how it is taken
 * by a person, by itself, or for many applications in one go.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.decision;
