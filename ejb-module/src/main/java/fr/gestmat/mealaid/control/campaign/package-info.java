/** When a campaign runs, what it needs before families see it, and how it follows another. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.campaign;
