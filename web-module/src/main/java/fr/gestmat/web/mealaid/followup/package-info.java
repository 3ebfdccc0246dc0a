/** Pages that follow a campaign, and say how long its data are kept. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.followup;
