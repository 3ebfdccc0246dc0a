/**
 * Letters of decisions: texts with fields that an authority writes and publishes, and the making of
 * each letter after its decision is safe, once, again and again until it is there.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.letter;
