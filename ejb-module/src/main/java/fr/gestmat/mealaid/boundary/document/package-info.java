/**
 * What pages call about documents: the family's side, the officers' side, opening one, and the
 * certificates that make tax notices authentic.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.document;
