/**
 * What people do with the directory: look up schools, classes, pupils and guardians inside what
 * they may see, and bring feeds in.
 */
@NullMarked
package fr.gestmat.directory.boundary;

import org.jspecify.annotations.NullMarked;
