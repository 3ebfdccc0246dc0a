/**
 * What schools say of applications (visa): how the child eats there, and its class, beside what the
 * directory knows.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.visa;
