/** Families that no portal knows, families on paper, and schools that are in no feed. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.arrival;
