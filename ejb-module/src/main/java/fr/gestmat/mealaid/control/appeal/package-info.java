/** Appeals against decisions, and why a decided application is looked at again. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.appeal;
