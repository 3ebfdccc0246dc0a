/** Families apply: what they see, type and send; each use case asks which part the caller has. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.application;
