/** Visas in the hands of a school's bursary. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.visa;
