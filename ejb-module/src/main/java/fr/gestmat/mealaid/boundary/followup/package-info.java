/** The follow-up of campaigns. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.followup;
