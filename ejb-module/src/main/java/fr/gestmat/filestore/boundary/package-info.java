/** What upper components call to keep a file for a while. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.filestore.boundary;
