/** Pages of mails and of who does not want them. */
@NullMarked
package fr.gestmat.web.notice;

import org.jspecify.annotations.NullMarked;
