/**
 * Decides how a large spreadsheet is measured: in a virtual machine of its own, once for its heap
 * and once for its time, beside the same cells written by POI alone.
 */
@NullMarked
package fr.gestmat.bench.spreadsheet;

import org.jspecify.annotations.NullMarked;
