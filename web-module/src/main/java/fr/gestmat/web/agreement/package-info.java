/** The pages of loan agreements, for those who write, issue, collect and file them. */
@NullMarked
package fr.gestmat.web.agreement;

import org.jspecify.annotations.NullMarked;
