/** What is asked of official sources: the calls, their states, and each authority's access. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.entity.source;
