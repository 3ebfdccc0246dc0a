/** How far a campaign is: counts, amounts and delays, by day and by school, without a name. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.followup;
