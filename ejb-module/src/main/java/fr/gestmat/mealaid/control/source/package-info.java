/**
 * Decides what an answer of an official source (API Particulier) means, and when which question is
 * asked. No answer is ever read as an income of 0, and none refuses an aid by itself.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.source;
