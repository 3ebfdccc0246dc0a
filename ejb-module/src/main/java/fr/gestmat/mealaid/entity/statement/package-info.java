/** Statements of payment: what they hold, and that a final one never changes. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.entity.statement;
