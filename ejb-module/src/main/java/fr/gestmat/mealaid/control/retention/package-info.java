/**
 * How long meal aid keeps what families entrust to it: who is told before, what is removed, what
 * stays to be counted, and the proof of it.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.retention;
