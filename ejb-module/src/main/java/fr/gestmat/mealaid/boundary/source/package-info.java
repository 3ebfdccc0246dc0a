/** Official sources in the hands of those who ask them, read their answers and look after them. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.source;
