/**
 * Who may have the aid: named rules, each with a reason of its own, on or off by campaign. The
 * public simulator and the decision judge with the same code; every rule answers, none hides
 * another, and what is not known never refuses.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.eligibility;
