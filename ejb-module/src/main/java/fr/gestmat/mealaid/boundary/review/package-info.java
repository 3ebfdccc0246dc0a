/** The review of applications in the hands of the authority's officers. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.review;
