/**
 * How much a household gets, and why: scales as pure functions. The public simulator, the decision
 * and its recomputation years later run exactly this code. Figures are compared to the cent; what
 * is unknown is never taken for 0, and a hole in a scale is an answer of its own, never 0 either.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.scale;
