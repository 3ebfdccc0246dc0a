/** Campaigns in the hands of who runs them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.campaign;
