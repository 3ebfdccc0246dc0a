/** Decides that a reader sees a file whole or not at all. */
@NullMarked
package fr.gestmat.reports.file;

import org.jspecify.annotations.NullMarked;
