/** Decides where files that are no rows live, who owns each, and when it is gone. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.filestore;
