/**
 * Meal aid (aide à la restauration): families apply for a part of the canteen's price, the
 * département decides by its scale, the school takes the aid off the family's invoice.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid;
