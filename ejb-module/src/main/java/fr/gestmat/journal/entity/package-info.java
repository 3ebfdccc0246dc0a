/** The journal's rows and the conversions that every component's rows share. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.journal.entity;
