/** Pages of schools, classes, pupils and guardians, and of the imports that bring them in. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.directory;
