/** Campaigns, applications and decisions: what they are, and what can become of them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.entity;
