/** The journal as auditors and administrators read it. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.journal;
