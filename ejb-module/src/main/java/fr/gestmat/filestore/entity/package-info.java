/** Rows of stored files. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.filestore.entity;
