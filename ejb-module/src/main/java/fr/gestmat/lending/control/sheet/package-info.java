/**
 * Spreadsheets of devices that somebody sends: kept, their columns confirmed, every row given its
 * verdict and shown before anything is written, then applied batch by batch.
 */
@NullMarked
package fr.gestmat.lending.control.sheet;

import org.jspecify.annotations.NullMarked;
