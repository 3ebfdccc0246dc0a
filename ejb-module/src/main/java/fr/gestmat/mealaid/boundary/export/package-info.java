/** Ordering applications as a file, and taking it away. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.export;
