/**
 * A family's applications: who may see which, what is being typed, what is sent, and what becomes
 * of what is never sent.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.application;
