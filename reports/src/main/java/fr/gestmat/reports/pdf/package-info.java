/** Opens and draws PDFs that strangers sent, and refuses those that hold more than a server can. */
@NullMarked
package fr.gestmat.reports.pdf;

import org.jspecify.annotations.NullMarked;
