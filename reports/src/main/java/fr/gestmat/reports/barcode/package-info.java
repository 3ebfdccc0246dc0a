/** Decides whether a scanned number was misread: the check digits that barcodes carry. */
@NullMarked
package fr.gestmat.reports.barcode;

import org.jspecify.annotations.NullMarked;
