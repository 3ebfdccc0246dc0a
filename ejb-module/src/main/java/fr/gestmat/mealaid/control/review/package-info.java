/**
 * The review of applications: what officers see and do, in which order, and what the family is told
 * of it. Whatever moves an application goes through {@link
 * fr.gestmat.mealaid.control.review.Moves}.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.review;
