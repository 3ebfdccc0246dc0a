/**
 * Decides what a territory of full size holds: the same rows on every machine, laid straight into
 * the schema and put back as they were before each measurement.
 */
@NullMarked
package fr.gestmat.bench.territory;

import org.jspecify.annotations.NullMarked;
