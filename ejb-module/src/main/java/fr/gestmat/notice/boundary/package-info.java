/** What other components hand in to be told, and the pages of mails. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.notice.boundary;
