/** Pages of work that is done in the background. */
@NullMarked
package fr.gestmat.web.job;

import org.jspecify.annotations.NullMarked;
