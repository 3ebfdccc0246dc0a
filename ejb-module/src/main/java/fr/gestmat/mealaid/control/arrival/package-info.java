/** Families that no portal knows: who their children are, and who vouches for it. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.arrival;
