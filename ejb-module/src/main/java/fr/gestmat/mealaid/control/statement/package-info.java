/**
 * What a school takes off families' invoices for a term, and what it has to give back: computed
 * from decisions, never from scales, compared with what was paid, and numbered when it is final.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.statement;
