/**
 * What becomes of a family's documents: who may see which, how they are checked for viruses, how
 * tax notices among them are read, when they go.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.document;
