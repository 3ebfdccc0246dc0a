/**
 * What is kept of a scale: its versions with their brackets. A published version never changes; the
 * next one replaces all of its brackets.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.entity.scale;
