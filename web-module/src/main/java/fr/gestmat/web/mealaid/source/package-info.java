/** The page of those who look after official sources. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.source;
