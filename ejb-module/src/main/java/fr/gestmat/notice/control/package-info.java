/** Whom to tell, in which words, and the sending. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.notice.control;
