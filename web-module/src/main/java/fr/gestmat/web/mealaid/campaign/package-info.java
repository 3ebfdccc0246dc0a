/** The pages of who runs campaigns. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.campaign;
