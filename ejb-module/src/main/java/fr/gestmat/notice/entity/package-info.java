/** Rows of notices and mails. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.notice.entity;
