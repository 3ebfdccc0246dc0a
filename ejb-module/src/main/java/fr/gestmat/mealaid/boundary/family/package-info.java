/** What a family sees of its own application once it was submitted, and what it answers. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.family;
