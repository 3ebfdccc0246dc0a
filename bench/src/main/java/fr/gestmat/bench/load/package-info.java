/**
 * Decides how load is put on whatever answers scans: so many desks at once, each as fast as it can
 * or once a second whatever the answers take.
 */
@NullMarked
package fr.gestmat.bench.load;

import org.jspecify.annotations.NullMarked;
