/** Loan agreements as paper: printed with the barcode of each page, and read back once signed. */
@NullMarked
package fr.gestmat.reports.agreement;

import org.jspecify.annotations.NullMarked;
