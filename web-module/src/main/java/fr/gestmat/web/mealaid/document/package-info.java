/** A family's documents on a page, and where everybody opens one. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.document;
