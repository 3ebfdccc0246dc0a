/** Appeals in the hands of officers. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.appeal;
