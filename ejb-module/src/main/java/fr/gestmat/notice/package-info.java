/**
 * Decides whom to tell what happened, groups it by person and sends it: upper components only say
 * what happened, in the transaction in which it did.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.notice;
