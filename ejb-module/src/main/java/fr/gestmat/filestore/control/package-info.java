/** The folder on disk, and the job that empties it. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.filestore.control;
