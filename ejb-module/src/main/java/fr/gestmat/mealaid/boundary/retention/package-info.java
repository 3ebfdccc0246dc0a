/** How long an authority keeps applications, what is about to go, and what went. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.retention;
